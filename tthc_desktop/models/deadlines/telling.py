"""What is understood of a deadline, told in the clerk's words."""

from collections.abc import Iterator

from tthc_desktop.models.days_off import WEEKDAYS
from tthc_desktop.models.deadlines.due_days import due_days
from tthc_desktop.models.deadlines.of_period import understand_for
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.deadlines.values import Clause, Deadline, Kind
from tthc_desktop.models.plan import Period

_KINDS = {
    Kind.FIXED_DATE: "ngày cụ thể",
    Kind.MONTH: "tháng",
    Kind.QUARTER: "quý",
    Kind.YEAR: "năm",
    Kind.RANGE: "khoảng thời gian",
    Kind.RECURRING: "định kỳ",
    Kind.ONGOING: "thường xuyên",
    Kind.ON_EVENT: "khi có sự việc",
    Kind.RELATIVE: "tính theo ngày của sự việc",
    Kind.PER_PLAN: "theo văn bản hoặc quyết định của nơi khác",
    Kind.OTHER: "chưa hiểu",
}
_RELS = {
    "before": "trước", "by": "chậm nhất", "within": "trong", "after": "sau", "from": "từ", "on": "vào",
    "about": "khoảng",
}  # fmt: skip
_UNITS = {
    "day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "half_year": "6 tháng", "nine_months": "9 tháng",
    "year": "năm",
}  # fmt: skip
_PARTS = {
    "begin": "đầu kỳ", "middle": "giữa kỳ", "end": "cuối kỳ", "first_week": "tuần đầu", "last_week": "tuần cuối",
    "first_half": "nửa đầu kỳ", "second_week": "tuần thứ 2", "third_week": "tuần thứ 3", "fourth_week": "tuần thứ 4",
    "last_month": "tháng cuối quý", "first_month": "tháng đầu quý", "next": "kỳ liền kề",
}  # fmt: skip
_NAMES = {
    "actor": "người làm", "recipient": "nơi nhận", "scope": "phần việc", "event_text": "sự việc",
    "source_text": "nguồn", "purpose": "mục đích", "condition": "điều kiện",
}  # fmt: skip
_LONGEST = 110


def in_brief(words: str, period: Period | None) -> str:
    """Return in one short line how a deadline of a plan is understood and when it falls due; empty without words."""
    if not words.strip():
        return ""
    deadline = understand_for(words, period) if period else understand(words)
    if deadline.trouble:
        return deadline.trouble[0]
    if not deadline.understood:
        return "Chưa hiểu thời hạn này; việc được nhắc rà soát."
    said = f" {'; '.join(map(_brief, deadline.clauses))}"
    said = said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip(' ,;')}…"
    return f"Hiểu là{said}{_falling_due(deadline, period)}"


def _brief(clause: Clause) -> str:
    own = {Kind.ON_EVENT: clause.event_text, Kind.PER_PLAN: clause.source_text}.get(clause.kind, "")
    said = f"{own[:1].lower()}{own[1:]}" or ", ".join(filter(None, _told(clause))) or _KINDS[clause.kind]
    return " ".join(filter(None, (clause.join, said)))


def _falling_due(deadline: Deadline, period: Period | None) -> str:
    days = due_days(deadline, period) if period else ()
    if not days:
        return ""
    return f"; đến hạn {days[0].day:%d/%m/%Y}" if len(days) == 1 else f"; {len(days)} lần đến hạn"


def told_clause(clause: Clause) -> str:
    """Return what a clause says, in one line."""
    if clause.trouble:
        return f"Chưa hiểu: {clause.trouble}"
    words = ", ".join(filter(None, _told(clause)))
    return f"{clause.join.capitalize()} {_KINDS[clause.kind]}".strip().capitalize() + (f": {words}" if words else "")


def _told(clause: Clause) -> Iterator[str]:
    yield " ".join(filter(None, (_RELS.get(clause.rel, ""), _time(clause))))
    yield _PARTS.get(clause.part, "")
    if clause.freq:
        units = ", ".join(_UNITS[unit] for unit in clause.freq)
        yield f"{clause.every} {units} một lần" if clause.every else f"hằng {units}"
    if clause.weekday:
        yield WEEKDAYS[clause.weekday - 1]
    if clause.times:
        yield f"{clause.times} lần"
    if clause.offset_days is not None:
        kind = "ngày làm việc" if clause.calendar == "working_days" else "ngày"
        event = f"ngày {clause.date:%d/%m/%Y}" if clause.date else "sự việc"
        yield f"{abs(clause.offset_days)} {kind} {'trước' if clause.offset_days < 0 else 'sau'} {event}"
    elif clause.calendar:
        yield "ngày làm việc cuối cùng"
    yield "ngay" if clause.immediate else ""
    for name, shown in _NAMES.items():
        if words := getattr(clause, name):
            yield f"{shown}: {words}"


def _time(clause: Clause) -> str:
    if clause.date and clause.kind is Kind.FIXED_DATE:
        return f"ngày {clause.date:%d/%m/%Y}"
    if clause.start:
        return f"{clause.start:%d/%m/%Y} – {f'{clause.end:%d/%m/%Y}' if clause.end else 'về sau'}"
    if clause.end:
        return f"đến {clause.end:%d/%m/%Y}"
    day, year = f"ngày {clause.day}" if clause.day else "", f"năm {clause.year}" if clause.year else ""
    month = f"tháng {clause.month}" if clause.month else ""
    return " ".join(filter(None, (day, month, f"quý {clause.quarter}" if clause.quarter else "", year)))
