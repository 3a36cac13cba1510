"""What the words of a deadline mean: `parse-deadline`."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.errors import UserError
from tthc_desktop.models.days_off import WEEKDAYS
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.deadlines.values import Clause, Kind

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


def parse_deadline(wishes: Wishes) -> Answer:
    """Tell the clauses of a deadline."""
    deadline = understand(wishes.phrase, _year(wishes.year))
    found: dict[str, object] = {
        "clauses": [clause_view(clause) for clause in deadline.clauses],
        "understood": deadline.understood,
    }
    lines = [_line(clause) for clause in deadline.clauses] or ["Không có lời nào về thời hạn."]
    return Answer(found, "\n".join(lines))


def _year(words: str) -> int | None:
    if not words:
        return None
    if len(words) == 4 and words.isascii() and words.isdigit() and 1900 <= int(words) <= 2199:
        return int(words)
    raise UserError(f"“{words}” không phải năm của kế hoạch.", "Hãy ghi năm bằng 4 chữ số, như 2026.")


def clause_view(clause: Clause) -> dict[str, object]:
    """Return the fields that say something."""
    told = ((field.name, getattr(clause, field.name)) for field in fields(clause))
    return {name: _plain(value) for name, value in told if value not in {None, "", ()} and value is not False}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _line(clause: Clause) -> str:
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
