"""`check-print FILE.pdf`: a finished PDF measured against each rule of the decree."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.models.measuring.outcomes import Verdict
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from tthc_desktop.models.decree import Rules
    from tthc_desktop.models.measuring.outcomes import Outcome

_SHOWN = 3
_WORDS = {Verdict.KEPT: "đúng", Verdict.BROKEN: "SAI", Verdict.ABSENT: "không có"}


def check_print(wishes: Wishes) -> Answer:
    """Tell what each rule says of a PDF, whoever made it."""
    from tthc_desktop.documents.decree import rules  # noqa: PLC0415 - heavy, only needed here
    from tthc_desktop.documents.measuring import measured  # noqa: PLC0415
    from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415
    from tthc_desktop.models.measuring import check  # noqa: PLC0415

    path = wishes.out
    outcomes = check(measured(read_pdf(path), clean(path.name)), rules())
    broken = [one for one in outcomes if one.verdict is Verdict.BROKEN]
    found = {
        "file": str(path),
        "decree": rules().short,
        "ok": not broken,
        "broken": len(broken),
        "rules": [asdict(one) for one in outcomes],
    }
    return Answer(found, "\n".join(_told(outcomes, rules())))


def _told(outcomes: "tuple[Outcome, ...]", decree: "Rules") -> list[str]:
    kept, broken, absent = (sum(one.verdict is verdict for one in outcomes) for verdict in _WORDS)
    lines = [f"{decree.short}: {kept} điểm đúng, {broken} điểm sai, {absent} điểm văn bản này không có."]
    for one in outcomes:
        clause = f" ({one.clause})" if one.clause else ""
        lines.append(f"{_WORDS[one.verdict]:<9}{one.name}: {one.asked}{clause}")
        lines += (f"           trang {spot.page}: {spot.found} “{spot.words}”" for spot in one.spots[:_SHOWN])
        if len(one.spots) > _SHOWN:
            lines.append(f"           và {len(one.spots) - _SHOWN} chỗ khác")
    return lines
