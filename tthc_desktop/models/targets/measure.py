"""What a target demands, read out of its words: the figure and how it is compared, by which day, against which year."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tthc_desktop.models.spans import SpanKind, span_with
from tthc_desktop.models.targets.value import Comparator, understand
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import clean, fold

LEFT_OUT = "…"
"""Stands in the value of a target of the running text for words of the paragraph that are not repeated."""
_CHANGES = frozenset({Comparator.REDUCE_BY, Comparator.INCREASE_BY})
BASELINE = re.compile(
    r"\(?\b(?:so với|so sánh với)\s+(?:(?:cùng kỳ|mức|thời điểm|kết quả|của|trong|cuối|đầu)\s+)*"
    r"(?:năm\s+(?:(?P<year>\d{4})|trước|liền kề|ngoái)|cùng kỳ|hiện nay|hiện tại|quy định)",
    re.IGNORECASE,
)
"""Words that say against what a cut or a growth is counted."""
_DAY = r"(?:ngày\s+)?(?P<day>\d{1,2})[/.-](?P<of>\d{1,2})[/.-](?P<on>\d{4})"
_MONTH = r"tháng\s+(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<in>\d{4})"
_QUARTER = r"qu[ýí]\s+(?P<quarter>IV|I{1,3}|[1-4])(?:/|\s+năm\s+)(?P<during>\d{4})"
AS_OF = re.compile(
    rf"\b(?:(?:tính\s+)?(?:đến|tới)(?:\s+(?:hết|cuối|trước))?|hết|trong|vào cuối|cuối|trước)\s+"
    rf"(?:{_DAY}|{_MONTH}|{_QUARTER}|năm\s+(?P<year>\d{{4}}))",
    re.IGNORECASE,
)
"""Words that say to which day a target is to be reached."""
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_FORMULA = re.compile(r"(?:(?:tính|được tính)\s+)?(?:theo\s+)?công thức\b.*", re.IGNORECASE | re.DOTALL)
_PERCENT = re.compile(r"%|phan tram|^ty le\b")
_CHANGE_IN_NAME = re.compile(r"(?:ty le |muc |phan dau )*(?:cat )?(?P<way>giam|tang)\b")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a target demands, beside its value as printed; what the words do not tell is empty or None.

    `upper` is the far end of a range. A change (`REDUCE_BY`, `INCREASE_BY`) is one against the baseline. `as_of` is the
    last day by which it is to be reached. `aspirational` is a target that is only striven for (phấn đấu).
    """

    printed: str
    comparator: Comparator = Comparator.UNKNOWN
    comparator_printed: str = ""
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    baseline_year: int | None = None
    baseline_printed: str = ""
    as_of: date | None = None
    as_of_printed: str = ""
    aspirational: bool = False
    formula: str = ""

    @property
    def is_rate(self) -> bool:
        """Tell whether it is counted in per cent."""
        return bool(_PERCENT.search(fold(self.unit)))

    @property
    def in_hundred(self) -> bool:
        """Tell whether figures are to be turned into per cents: also where no unit is named."""
        return self.is_rate or not self.unit

    @property
    def is_change(self) -> bool:
        """Tell whether it is a cut or a growth against a baseline."""
        return self.comparator in _CHANGES


def understand_target(said: Target | str) -> Measure:
    """Return what a target, or the words of its value alone, demands."""
    if isinstance(said, str):
        return _measure(_flat(said), "", "")
    return _measure(_flat(str(said.value)), _flat(str(said.unit)), clean(str(said.name)))


def _measure(printed: str, unit: str, name: str) -> Measure:
    as_of = AS_OF.search(printed) or AS_OF.search(name)
    baseline = BASELINE.search(printed) or BASELINE.search(name)
    bare = AS_OF.sub(" ", BASELINE.sub(" ", printed)).replace(LEFT_OUT, " ")
    value = understand(" ".join(bare.split()).lstrip(" :,."))
    formula = _FORMULA.search(name)
    year = baseline["year"] if baseline else None
    change = _of_name(name, baseline is not None) if value.comparator is Comparator.EQUAL else None
    return Measure(
        printed,
        change or value.comparator,
        value.comparator_printed,
        value.value,
        value.upper,
        unit or ("%" if _PERCENT.search(fold(printed)) else ""),
        int(year) if year else None,
        baseline.group().strip(" ().,;") if baseline else "",
        _last_day(as_of) if as_of else None,
        as_of.group() if as_of else "",
        "phan dau" in fold(f"{printed} {name}"),
        formula.group().strip() if formula else "",
    )


def _of_name(name: str, against: bool) -> Comparator | None:
    """Return the change that a name asks for, as “Giảm chi phí so với năm 2024” does beside a bare figure."""
    found = _CHANGE_IN_NAME.match(fold(name)) if against else None
    if found is None:
        return None
    return Comparator.REDUCE_BY if found["way"] == "giam" else Comparator.INCREASE_BY


def _last_day(found: re.Match[str]) -> date | None:
    """Return the last day of what the words name; None where the calendar has no such day."""
    try:
        if found["day"]:
            return date(int(found["on"]), int(found["of"]), int(found["day"]))
        if found["month"]:
            return span_with(SpanKind.MONTH, date(int(found["in"]), int(found["month"]), 1)).end
        if found["quarter"]:
            quarter = _QUARTERS.get(found["quarter"].upper()) or int(found["quarter"])
            return span_with(SpanKind.QUARTER, date(int(found["during"]), 3 * quarter, 1)).end
        return date(int(found["year"]), 12, 31)
    except ValueError:
        return None


def _flat(words: str) -> str:
    return " ".join(clean(words).split())
