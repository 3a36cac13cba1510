"""What stands around the text of every document drawn up from plans: head, title, how plans are cited, foot."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from tthc_desktop.models.identity import new_id
from tthc_desktop.models.legal import long_date
from tthc_desktop.models.plan import Header, Plan, Recipient
from tthc_desktop.models.reporting.spelling import spelling_of
from tthc_desktop.models.reporting.words import lower_first, short_date, upper_first
from tthc_desktop.models.template import named_in
from tthc_desktop.models.text import fold

_YEARS = r"\d{4}(?:\s*(?:-|–|—|đến|và|,)\s*(?:năm\s+)?\d{4})?"
_SPAN = re.compile(
    rf"(?:(?:\d{{1,2}} tháng (?:đầu|cuối)|quý (?:IV|I{{1,3}}|[1-4])|tháng \d{{1,2}}),?\s+)?"
    rf"(?<!ngày )\b(?:các năm|năm|giai đoạn)\s+{_YEARS}",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"(?:số|ngày)\s+\S*\d\S*(?:\s+tháng\s+\d{1,2})?\s+năm\s+\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
)
_OF_AGENCY = re.compile(
    r"\b(?:của|tại)\s+((?:Sở|Ban|Chi cục|Trung tâm|Văn phòng|Thanh tra|UBND|Ủy ban|Uỷ ban|Bộ|Cục|Viện|Trường|Phòng)\b"
    r"[^.;,]*)$"
)
_ACTS = re.compile(
    r"(?:cong tac|thuc hien|trien khai|to chuc|ra soat|xay dung|don gian hoa|cat giam|day manh|nang cao|tang cuong|"
    r"cong bo|cong khai|danh gia|hoan thien|thi hanh|ung dung)\b"
)
_ARCHIVE = re.compile(r"^lưu\s*:?\s*vt\b", re.IGNORECASE)
BLANK = "…"


def agency_of(plan: Plan) -> str:
    """Return the agency as a sentence names it; what the title ends with where the head has none, else empty."""
    if named := named_in(plan):
        return named
    found = _OF_AGENCY.search(" ".join(str(plan.title).split()))
    return found[1] if found else ""


def head(plan: Plan, symbol: str, on: date) -> Header:
    """Return the head of a new paper of the same agency, without number and day."""
    old = plan.header
    return Header(old.parent_agency, old.agency, "", symbol, old.place, None, on.month, on.year)


def symbol(plan: Plan, kind: str) -> str:
    """Return the symbol of a paper of a kind, such as BC-SNV, after that of the plan."""
    agency = letters(plan)
    return f"{kind}-{agency}" if agency else kind


def letters(plan: Plan) -> str:
    """Return the letters of the agency in the plan's symbol: SNV of KH-SNV."""
    return plan.header.symbol.partition("-")[2]


def drafting_unit(plan: Plan) -> str:
    """Return the letters of the unit that writes the agency's papers, from the plan's archive line; perhaps none."""
    line = next((one.text for one in plan.recipients if _ARCHIVE.match(one.text.strip())), "")
    found = re.search(r"VT\s*[,;]\s*(?P<unit>[^\W\d_]{2,8})(?![\w])", line)
    return found["unit"] if found and found["unit"].isupper() else ""


def spelled_title(plan: Plan) -> str:
    """Return the plan's title as a sentence, in one line."""
    return spelling_of(plan).sentence(str(plan.title))


def about(plan: Plan, span: str) -> str:
    """Return what a plan is about with another span in place of its own: cải cách hành chính quý II năm 2025."""
    words = spelled_title(plan)
    cited = [(found.start(), found.end()) for found in _CITED.finditer(words)]
    own = [found for found in _SPAN.finditer(words) if not any(start <= found.start() < end for start, end in cited)]
    if own:
        last = own[-1]
        return f"{words[: last.start()]}{span}{words[last.end() :]}"
    if agency := _OF_AGENCY.search(words):
        return f"{words[: agency.start()]}{span} {words[agency.start() :]}"
    return f"{words} {span}".strip()


def result_title(plans: Sequence[Plan], span: str) -> str:
    """Return what a report is about: Kết quả công tác … quý II năm 2025."""
    if len(plans) != 1:
        return f"Kết quả thực hiện các kế hoạch công tác {span}"
    words = lower_first(about(plans[0], span))
    return f"Kết quả {words}" if _ACTS.match(fold(words)) else f"Kết quả công tác {words}"


def cited(plan: Plan) -> str:
    """Return how a sentence names a plan: Kế hoạch số 15/KH-SNV ngày 14/02/2025 về …; … for a missing number."""
    named = numbered(plan) or f"{_kind(plan)}{_behind_number(plan, BLANK)}"
    return f"{named} về {lower_first(spelled_title(plan))}"


def numbered(plan: Plan) -> str:
    """Return a plan by its number and day alone; empty while it has no number."""
    number = plan.issue.number if plan.issue else plan.header.number
    return f"{_kind(plan)}{_behind_number(plan, number)}" if number else ""


def _kind(plan: Plan) -> str:
    return upper_first(plan.kind.lower())


def _behind_number(plan: Plan, number: str) -> str:
    symbol_ = plan.issue.symbol if plan.issue else plan.header.symbol
    day = plan.issue.date if plan.issue else _day(plan.header)
    said = f" ngày {short_date(day)}" if day else ""
    return f" số {number}/{symbol_}{said}" if symbol_ else said


def _day(header: Header) -> date | None:
    if header.day is None or header.month is None or header.year is None:
        return None
    try:
        return date(header.year, header.month, header.day)
    except ValueError:
        return None


def recipients(plan: Plan, own: Iterable[str] = ()) -> tuple[Recipient, ...]:
    """Return new lines under Nơi nhận: those given, else those of the plan; the archive line is always the plan's."""
    given = tuple(own)
    lines = [(one.text, one.level) for one in plan.recipients]
    if given:
        archive = [line for line in lines if _ARCHIVE.match(line[0].strip())]
        lines = [*((text, 0) for text in given if not (archive and _ARCHIVE.match(text.strip()))), *archive]
    return tuple(Recipient(new_id(), text, level) for text, level in lines)


def attached(kind: str, symbol_: str, on: date, agency: str) -> str:
    """Return the line of an appendix that says which paper it belongs to, with blanks for number and day."""
    of = f" của {agency}" if agency else ""
    month = long_date(on).split()[3]
    return f"(Kèm theo {kind} số      /{symbol_} ngày      tháng {month} năm {on.year}{of})"
