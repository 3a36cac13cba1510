"""A signed PDF that comes back for a plan: number, symbol and date taken over from it, and what speaks against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from tthc_desktop.models.comparison.passages import Departures
from tthc_desktop.models.plan import Header, Plan, Stamp
from tthc_desktop.models.signatures import Signature, covering
from tthc_desktop.models.version import Issue

_OTHER = 0.6
"""A paper that has fewer of its words in common with the plan is another one."""


class Whence(StrEnum):
    """Where a fact of issuing was found, the surest first."""

    STAMP = "stamp"
    HEAD = "head"
    SIGNATURE = "signature"
    PLAN = "plan"


WHENCE = {
    Whence.STAMP: "theo dòng chữ ký của cơ quan",
    Whence.HEAD: "theo đầu văn bản",
    Whence.SIGNATURE: "theo thời gian ký",
    Whence.PLAN: "theo kế hoạch",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Number, symbol, day and time of issuing, each with where it was found; empty or None where it was not."""

    number: str = ""
    symbol: str = ""
    day: date | None = None
    at: datetime | None = None
    number_from: Whence | None = None
    symbol_from: Whence | None = None
    day_from: Whence | None = None
    at_from: Whence | None = None

    @property
    def issue(self) -> Issue | None:
        """The issue under these facts; None while number or day is missing."""
        return Issue(self.number, self.symbol, self.day) if self.number and self.day else None


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """What was found in a signed PDF, held against the plan it is to issue.

    `unread` says why its words could not be compared, as those of a scan; `departures` is None then.
    """

    name: str
    signatures: tuple[Signature, ...]
    stamps: tuple[Stamp, ...] = ()
    head: Header = field(default_factory=Header)
    facts: Facts = Facts()
    departures: Departures | None = None
    unread: str = ""
    is_alone: bool = False
    """Whether the file holds the paper without the plan's appendices, which are then files of their own."""


def facts_of(stamps: Sequence[Stamp], head: Header, signatures: Sequence[Signature], plan: Plan) -> Facts:
    """Return what the paper says of its issuing: its stamps first, then its head, then the time of signing."""
    stamp = stamps[0] if stamps else None
    signed = covering(signatures)
    numbers = ((stamp and stamp.number, Whence.STAMP), (head.number, Whence.HEAD))
    symbols = ((stamp and stamp.symbol, Whence.STAMP), (head.symbol, Whence.HEAD), (plan.header.symbol, Whence.PLAN))
    times = ((stamp and stamp.at, Whence.STAMP), (signed and signed.at, Whence.SIGNATURE))
    number, number_from = next(((words, whence) for words, whence in numbers if words), ("", None))
    symbol, symbol_from = next(((words, whence) for words, whence in symbols if words), ("", None))
    at, at_from = next(((time, whence) for time, whence in times if time), (None, None))
    days = (
        (stamp and stamp.at.date(), Whence.STAMP),
        (day_of(head), Whence.HEAD),
        (at and at.date(), Whence.SIGNATURE),
    )
    day, day_from = next(((day, whence) for day, whence in days if day), (None, None))
    return Facts(number, symbol, day, at, number_from, symbol_from, day_from, at_from)


def day_of(head: Header) -> date | None:
    """Return the date of a head, None where it is not whole or no day of the calendar."""
    try:
        return date(head.year or 0, head.month or 0, head.day or 0)
    except ValueError:
        return None


def contradictions(paper: SignedPaper, plan: Plan) -> tuple[str, ...]:
    """Return what the paper says twice and not alike, or otherwise than the plan, a sentence each."""
    return (*_within(paper), *_against(paper, plan))


def _within(paper: SignedPaper) -> Iterator[str]:
    head, stamps = paper.head, paper.stamps
    numbers = dict.fromkeys(f"{stamp.number}/{stamp.symbol}" for stamp in stamps)
    if len(numbers) > 1:
        yield f"Các dòng chữ ký của cơ quan ghi khác số nhau: {', '.join(numbers)}."
    if len(days := dict.fromkeys(f"{stamp.at:%d/%m/%Y}" for stamp in stamps)) > 1:
        yield f"Các dòng chữ ký của cơ quan ghi khác ngày nhau: {', '.join(days)}."
    if not stamps:
        return
    first, day = stamps[0], day_of(head)
    if head.number and not _is_number(head.number, first.number):
        yield f"Số trên đầu văn bản là {head.number}, còn dòng chữ ký của cơ quan ghi số {first.number}."
    if head.symbol and head.symbol.casefold() != first.symbol.casefold():
        yield f"Ký hiệu trên đầu văn bản là {head.symbol}, còn dòng chữ ký của cơ quan ghi {first.symbol}."
    if day and day != first.at.date():
        yield f"Ngày trên đầu văn bản là {day:%d/%m/%Y}, còn dòng chữ ký của cơ quan ghi {first.at:%d/%m/%Y}."


def _against(paper: SignedPaper, plan: Plan) -> Iterator[str]:
    facts, head = paper.facts, plan.header
    if head.symbol and facts.symbol and head.symbol.casefold() != facts.symbol.casefold():
        yield (
            f"Tệp mang ký hiệu {facts.symbol}, còn kế hoạch này mang ký hiệu {head.symbol}: "
            "có thể đây là bản ký của văn bản khác."
        )
    if head.number and facts.number and not _is_number(head.number, facts.number):
        yield f"Tệp ghi số {facts.number}, còn kế hoạch này đã ghi số {head.number}."
    day = day_of(head)
    if day and facts.day and day != facts.day:
        yield f"Tệp ghi ngày {facts.day:%d/%m/%Y}, còn kế hoạch này đã ghi ngày {day:%d/%m/%Y}."


def disagreements(facts: Facts, issue: Issue) -> tuple[str, ...]:
    """Return where number, symbol and day that the clerk gives are not those of the paper, a sentence each."""
    found = []
    if facts.number and not _is_number(facts.number, issue.number):
        found.append(f"Tệp ghi số {facts.number}, còn số sẽ ban hành là {issue.number}.")
    if facts.symbol_from is not Whence.PLAN and facts.symbol and facts.symbol.casefold() != issue.symbol.casefold():
        found.append(f"Tệp ghi ký hiệu {facts.symbol}, còn ký hiệu sẽ ban hành là {issue.symbol}.")
    if facts.day and facts.day != issue.date:
        found.append(
            f"Tệp ghi ngày {facts.day:%d/%m/%Y} ({WHENCE[facts.day_from or Whence.HEAD]}), "
            f"còn ngày sẽ ban hành là {issue.date:%d/%m/%Y}."
        )
    return tuple(found)


def _is_number(one: str, other: str) -> bool:
    return one.strip().lstrip("0").casefold() == other.strip().lstrip("0").casefold()


def is_another(paper: SignedPaper) -> bool:
    """Tell whether the paper has so few words of the plan that it must be another one."""
    return paper.departures is not None and paper.departures.likeness < _OTHER


def doubts(paper: SignedPaper, plan: Plan) -> tuple[str, ...]:
    """Return what the clerk has to have seen before the plan is issued with this paper, a sentence each.

    What only wants to be known, as a certificate whose origin cannot be checked, is not among these (`cautions`).
    """
    return (*_of_words(paper), *contradictions(paper, plan))


def _of_words(paper: SignedPaper) -> Iterator[str]:
    if paper.unread:
        yield f"Chưa đối chiếu được lời văn với kế hoạch: {paper.unread}"
        return
    if is_another(paper) and paper.departures:
        share = round(100 * paper.departures.likeness)
        yield f"Tệp này có lẽ là văn bản khác: chỉ {share} % lời văn trùng với kế hoạch."
    elif paper.departures and paper.departures.found:
        yield f"Lời văn trong tệp khác bản in của kế hoạch ở {len(paper.departures.found)} chỗ."
    if paper.is_alone:
        yield "Tệp không có phụ lục của kế hoạch: hãy kiểm chữ ký trên tệp riêng của từng phụ lục."
