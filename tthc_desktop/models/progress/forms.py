"""The one form in which each field of progress is kept, from what people write, and as sheets show it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from tthc_desktop.models.progress.figures import figure_of, shown_figure
from tthc_desktop.models.progress.values import Field, Status
from tthc_desktop.models.text import clean, fold

FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2100, 12, 31)
"""No product of a plan is dated before or after these; a day outside is a slip."""

_DAYS = frozenset({Field.DAY, Field.AS_OF})
_FIGURES = frozenset({Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE})
_SPELLINGS = {
    Status.NOT_DUE: "chua den han|chua toi han|chua den thoi han|trong han|con han",
    Status.NOT_STARTED: "chua thuc hien|chua lam|chua trien khai|chua bat dau|chua co|chua|chua trien khai thuc hien",
    Status.DOING: "dang thuc hien|dang lam|dang trien khai|dang trien khai thuc hien|dang tien hanh|dang xu ly|dang"
    "|dang thuc hien trong han|chua xong|chua hoan thanh|dang hoan thien",
    Status.DONE: "hoan thanh|da hoan thanh|xong|da xong|lam xong|da lam xong|da lam|da thuc hien|thuc hien xong"
    "|da thuc hien xong|ht|da ht|hoan tat|da hoan tat|done",
    Status.DONE_ON_TIME: "hoan thanh dung han|da hoan thanh dung han|hoan thanh trong han|hoan thanh truoc han"
    "|xong dung han|da xong dung han|hoan thanh dung thoi han|dung han",
    Status.DONE_LATE: "hoan thanh qua han|da hoan thanh qua han|hoan thanh tre han|hoan thanh cham|xong tre han"
    "|hoan thanh muon|hoan thanh tre|da xong qua han|hoan thanh cham han",
    Status.OVERDUE: "qua han|tre han|da qua han|cham han|qua han chua hoan thanh|chua hoan thanh qua han",
    Status.NONE_AROSE: "khong phat sinh|khong co phat sinh|ko phat sinh|khong ps|chua phat sinh|khong phat sinh viec",
}
_STATUSES = {spelling: status for status, words in _SPELLINGS.items() for spelling in words.split("|")}
_UNSEEN = re.compile("[\u00ad\u200c-\u200f\u202a-\u202e\u2066-\u2069\u180e]")
_NO = re.compile(r"\b(?:k|ko|kh|kg|hong|hok)\b")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?) ?(%|phan tram)?")
_PARTED = re.compile(r"(?:ngay )?(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4}|\d{2})")
_SPOKEN = re.compile(r"(?:ngay )?(?:mung )?(\d{1,2}) thang (\d{1,2})(?: nam|,)? (\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t]00:00(?::00)?)?")


@dataclass(frozen=True, slots=True)
class Formed:
    """Words in a field's form; with a trouble, told in Vietnamese, they are only what may be meant, or empty."""

    words: str = ""
    trouble: str = ""


def in_form(
    field: Field, seen: str, *, number: float | None = None, day: date | None = None, percent: bool = False
) -> Formed:
    """Return what was seen in the one form of the field; `number` and `day` are what the cell holds behind its words.

    `percent` says that the number was shown as a per cent, so that 0.6 stands for 60%.
    """
    words = _lines(seen)
    if not words and number is None and day is None:
        return Formed()
    match field:
        case Field.STATUS:
            return _status(words)
        case Field.PERCENT:
            return _percent_of_number(number, shown_so=percent) if number is not None else _percent_of_words(words)
        case Field.DAY | Field.AS_OF:
            return _day_of_cell(words, number, day)
        case Field.NUMERATOR | Field.DENOMINATOR | Field.VALUE:
            return Formed(*figure_of(words, number, counted=field is not Field.VALUE, percent=percent))
        case Field.NUMBER if day is not None:
            return Formed(words, f"“{words}” là một ngày: có thể Excel đã đổi số, ký hiệu thành ngày. Hãy xem lại.")
        case _:
            return Formed(words)


def shown(field: Field, words: str) -> str:
    """Return words of a field's form as a person reads them: 60,5%, 05/08/2025 and 1.234,5."""
    if not words:
        return ""
    if field is Field.PERCENT:
        return words.replace(".", ",") + "%"
    if field in _DAYS and (day := day_in(words)):
        return f"{day:%d/%m}/{day.year:04}"
    return shown_figure(words) if field in _FIGURES else words


def day_in(words: str) -> date | None:
    """Return the day that words of the form of `Field.DAY` name."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _lines(seen: str) -> str:
    words = clean(_UNSEEN.sub("", seen))
    return "\n".join(" ".join(line.split()) for line in words.split("\n")).strip("\n")


def _status(words: str) -> Formed:
    said = " ".join(re.sub(r"[^\w%]+", " ", _NO.sub("khong", fold(words))).split())
    if status := _STATUSES.get(said):
        return Formed(status.value)
    near = get_close_matches(said, _STATUSES, n=1, cutoff=0.8)
    meant = _STATUSES[near[0]].value if near else ""
    return Formed(meant, f"“{words}” không phải một tình trạng. Hãy chọn một trong: {', '.join(Status)}.")


def _percent_of_number(number: float, *, shown_so: bool) -> Formed:
    value = Decimal(repr(float(number))) if abs(number) < 1e9 else Decimal(10**9)  # no NaN, no endless digits
    if shown_so:
        if 10 < value <= 100:  # 60 put into the cell by a program or a paste; nobody means 6000%
            return Formed(_decimal(value))
        if 2 <= value <= 10:
            return _doubtful(f"{_decimal(value * 100)}%", value)
        return _in_hundred(f"{_decimal(value * 100)}%", value * 100)
    if 0 < value <= 1:
        return _doubtful(_decimal(value), value * 100)
    return _in_hundred(_decimal(value), value)


def _percent_of_words(words: str) -> Formed:
    match = _PERCENT.fullmatch(fold(words))
    if not match:
        return Formed("", f"“{words}” không phải phần trăm. Hãy ghi một số từ 0 đến 100, ví dụ 60%.")
    try:
        value = Decimal(match[1].replace(",", "."))
    except InvalidOperation:  # digits of other scripts that Python takes for digits
        return Formed("", f"“{words}” không phải phần trăm. Hãy ghi một số từ 0 đến 100, ví dụ 60%.")
    if 0 < value < 1 and not match[2]:
        return _doubtful(words, value * 100)
    return _in_hundred(words, value)


def _in_hundred(words: str, value: Decimal) -> Formed:
    if 0 <= value <= 100:
        return Formed(_decimal(value))
    return Formed("", f"“{words}” nằm ngoài 0 đến 100%. Hãy ghi một số từ 0 đến 100, ví dụ 60%.")


def _doubtful(words: str, meant: Decimal) -> Formed:
    guess = _decimal(meant)
    return Formed(guess, f"Không rõ “{words}” là bao nhiêu phần trăm. Có phải {shown(Field.PERCENT, guess)} không?")


def _decimal(value: Decimal) -> str:
    """Return the number with two decimals at most and no zero too many."""
    digits = f"{value + 0:.2f}"  # so that minus zero is zero
    return digits.rstrip("0").rstrip(".")


def _day_of_cell(words: str, number: float | None, day: date | None) -> Formed:
    if day is not None:
        return _in_span(words, day)
    if number is not None and not _PARTED.fullmatch(fold(words)):
        return _serial(words, number)
    return _day_of_words(words)


def _serial(words: str, number: float) -> Formed:
    """Read the count of days since 1900 that a date shows once its cell lost its format."""
    if 36526 <= number <= 73050:
        return _meant(words, date(1899, 12, 30) + timedelta(days=int(number)))
    return Formed("", f"“{words}” không phải ngày. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 15/02/2025.")


def _day_of_words(words: str) -> Formed:
    said = fold(words).strip(" .,;")
    if match := _ISO.fullmatch(said):
        year, month, day = (int(part) for part in match.groups())
        return _checked(words, year, month, day, _in_span)
    match = _PARTED.fullmatch(said) or _SPOKEN.fullmatch(said)
    if not match:
        return Formed("", f"“{words}” không phải một ngày đầy đủ. Hãy ghi ngày/tháng/năm, ví dụ 15/02/2025.")
    day, month, year = (int(part) for part in match.groups())
    if len(match[3]) == 2:
        return _checked(words, 2000 + year, month, day, _meant)
    if month > 12 >= day:
        return _checked(words, year, day, month, _meant)
    return _checked(words, year, month, day, _in_span)


def _checked(words: str, year: int, month: int, day: int, then: Callable[[str, date], Formed]) -> Formed:
    try:
        return then(words, date(year, month, day))
    except ValueError:
        return Formed("", f"“{words}” không có trong lịch. Hãy ghi lại ngày/tháng/năm.")


def _in_span(words: str, day: date) -> Formed:
    if FIRST_DAY <= day <= LAST_DAY:
        return Formed(day.isoformat())
    return Formed("", f"“{words}”: năm {day.year} khó có thể đúng. Hãy ghi lại ngày/tháng/năm.")


def _meant(words: str, day: date) -> Formed:
    meant = _in_span(words, day)
    if not meant.words:
        return meant
    return Formed(meant.words, f"Không rõ “{words}” là ngày nào. Có phải {shown(Field.DAY, meant.words)} không?")
