"""`check-print FILE.pdf`: a finished PDF measured against each rule of the decree."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.models.measuring.results import Probe, Result, Verdict, missing
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from tthc_desktop.documents.measuring import CheckedPrint
    from tthc_desktop.models.decree import Rules

_SHOWN = 3
_WORDS = {Verdict.KEPT: "đúng", Verdict.BROKEN: "SAI", Verdict.ABSENT: "không có"}


def check_print(wishes: Wishes) -> Answer:
    """Tell what each rule says of a PDF, whoever made it."""
    from tthc_desktop.documents.measuring import checked_print  # noqa: PLC0415 - heavy, only needed here
    from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415
    from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415

    path = wishes.out
    with OwnProcess() as process:
        found = process.ask(checked_print, path.name, read_pdf(path), clean(path.name))
    broken = [one for one in found.results if one.verdict is Verdict.BROKEN]
    answer = {
        "file": str(path),
        "decree": found.rules.short,
        "since": found.rules.since.isoformat(),
        "ok": not broken,
        "broken": len(broken),
        "missing": missing(found.results),
        "pages": len(found.paper.pages),
        "fonts": [{"font": name, "letters": count} for name, count in found.paper.fonts],
        "rules": [_rule(one) for one in found.results],
    }
    return Answer(answer, "\n".join([*_doubt(found), *_told(found.results, found.rules)]))


def _rule(one: Result) -> Mapping[str, object]:
    return {
        "rule": one.rule,
        "name": one.name,
        "group": one.group,
        "asked": one.asked,
        "clause": one.clause,
        "verdict": one.verdict,
        "measured": one.measured,
        "spots": [_spot(fault) for fault in one.faults],
    }


def _spot(fault: Probe) -> Mapping[str, object]:
    left, top, right, bottom = (round(side, 1) for side in fault.box)
    return {"page": fault.page + 1, "y": top, "box": [left, top, right, bottom], "found": fault.found}


def _doubt(found: "CheckedPrint") -> Iterator[str]:
    if doubt := found.doubt:
        yield doubt


def _told(results: Sequence[Result], decree: "Rules") -> Iterator[str]:
    kept, broken, absent = (sum(one.verdict is verdict for one in results) for verdict in _WORDS)
    yield f"{decree.short}: {kept} điểm đúng, {broken} điểm sai, {absent} điểm văn bản này không có."
    if lacks := missing(results):
        yield f"Văn bản còn thiếu: {', '.join(lacks)}."
    for one in results:
        clause = f" ({one.clause})" if one.clause else ""
        yield f"{_WORDS[one.verdict]:<9}{one.name}: {one.asked}{clause}"
        yield from (f"           trang {fault.page + 1}: {fault.found}" for fault in one.faults[:_SHOWN])
        if len(one.faults) > _SHOWN:
            yield f"           và {len(one.faults) - _SHOWN} chỗ khác"
