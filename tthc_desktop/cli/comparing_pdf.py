"""`compare PLAN FILE.pdf`, `verify FILE.pdf`: the words of a PDF beside a plan's print, and its signatures."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import find_plan, opened, title_of
from tthc_desktop.errors import UserError
from tthc_desktop.models.comparison import NAMES, What
from tthc_desktop.models.comparison.passages import Departure
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signatures import Signature, check_signed, signature_words
from tthc_desktop.models.signed_paper import WHENCE, Facts, SignedPaper, doubts
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

View = dict[str, object]


def compare_pdf(wishes: Wishes) -> Answer:
    """Tell where the words of a PDF, signed or not, differ from the print of a plan."""
    path = Path(wishes.newer)
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
    _, paper = read(path, plan)
    found = {"plan": plan.id, "file": str(path), **view(paper, plan)}
    return Answer(found, "\n".join([*_told(paper, plan), *(_difference(one) for one in _departures(paper))]))


def read(path: Path, plan: Plan) -> tuple[bytes, SignedPaper]:
    """Return the bytes of a PDF, and what was found in it for a plan."""
    from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415 - heavy, only needed here
    from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415
    from tthc_desktop.documents.signing.reading import read_signed  # noqa: PLC0415
    from tthc_desktop.documents.signing.roots import read_roots  # noqa: PLC0415
    from tthc_desktop.settings import roots_folder  # noqa: PLC0415

    data, name = read_pdf(path), clean(path.name)
    with OwnProcess() as process:
        return data, process.ask(read_signed, name, data, name, plan, read_roots(roots_folder()))


def verify(wishes: Wishes) -> Answer:
    """Tell who signed a PDF and whether it is still as it was signed; no plan is needed."""
    from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415 - heavy, only needed here
    from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415
    from tthc_desktop.documents.signing import verifying  # noqa: PLC0415
    from tthc_desktop.documents.signing.roots import read_roots  # noqa: PLC0415
    from tthc_desktop.settings import roots_folder  # noqa: PLC0415

    path = wishes.out
    with OwnProcess() as process:
        signatures = process.ask(verifying.verify, path.name, read_pdf(path), read_roots(roots_folder()))
    refused = refusal(signatures)
    told = [*(signature_words(one) for one in signatures), *([refused] if refused else [])]
    found = {"file": str(path), "signatures": [signature(one) for one in signatures], "refused": refused or None}
    return Answer(found, "\n".join(told))


def refusal(signatures: "Sequence[Signature]") -> str:
    """Return why nothing can be issued with these signatures, empty when it can."""
    try:
        check_signed(signatures)
    except UserError as error:
        return error.what
    return ""


def view(paper: SignedPaper, plan: Plan) -> View:
    """Return what was found in a paper as plain data."""
    return {
        "signatures": [signature(one) for one in paper.signatures],
        "refused": refusal(paper.signatures) or None,
        "facts": _facts(paper.facts),
        "likeness": round(paper.departures.likeness, 4) if paper.departures else None,
        "differences": [
            _departure(one) for one in _departures(paper)
        ] if paper.departures else None,
        "doubts": list(doubts(paper, plan)),
    }  # fmt: skip


def _departure(one: Departure) -> View:
    """Return a difference as plain data; where its box lies on the page is for windows only."""
    return {name: value for name, value in asdict(one).items() if name != "box"} | {"what": one.what.value}


def signature(one: Signature) -> View:
    """Return one signature as plain data."""
    return {
        **asdict(one),
        "intact": one.intact.value,
        "since": one.since.value,
        "trust": one.trust.value,
        "at": one.at.isoformat() if one.at else None,
        "until": one.until.isoformat() if one.until else None,
        "said": signature_words(one),
    }


def _facts(facts: Facts) -> View:
    return {
        "number": facts.number,
        "number_from": facts.number_from,
        "symbol": facts.symbol,
        "symbol_from": facts.symbol_from,
        "date": facts.day.isoformat() if facts.day else None,
        "date_from": facts.day_from,
        "at": facts.at.isoformat() if facts.at else None,
        "at_from": facts.at_from,
    }


def facts_words(facts: Facts) -> str:
    """Return number, symbol and date with where each was found, in a line; empty when nothing was."""
    parts = (
        ("số", facts.number, facts.number_from),
        ("ký hiệu", facts.symbol, facts.symbol_from),
        ("ngày", f"{facts.day:%d/%m/%Y}" if facts.day else "", facts.day_from),
    )
    return ", ".join(f"{name} {value} ({WHENCE[whence]})" for name, value, whence in parts if value and whence)


def _departures(paper: SignedPaper) -> tuple[Departure, ...]:
    return paper.departures.found if paper.departures else ()


def _told(paper: SignedPaper, plan: Plan) -> list[str]:
    told = [signature_words(one) for one in paper.signatures] or ["Tệp không có chữ ký số nào."]
    if words := facts_words(paper.facts):
        told.append(f"Thấy trong tệp: {words}.")
    same = f"Lời văn trong tệp đúng như bản in của “{title_of(plan)}”."
    return [*told, *(doubts(paper, plan) or (same,))]


def _difference(one: Departure) -> str:
    where = ", ".join(filter(None, (f"trang {one.page}", f"“{one.heading}”" if one.heading else "")))
    match one.what:
        case What.ADDED:
            words = f"“{one.new}”"
        case What.REMOVED:
            words = f"“{one.old}”"
        case _:
            words = f"“{one.old}” → “{one.new}”" if one.old and one.new else f"“{one.old or one.new}”"
    return f"{NAMES[one.what]}: {words} ({where})"
