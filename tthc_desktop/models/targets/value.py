"""What the printed value of a target means: how the figure is compared, and the figure."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tthc_desktop.models.text import clean, fold


class Comparator(StrEnum):
    """How an actual figure is held against the target's; empty when the words are not understood."""

    UNKNOWN = ""
    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"
    BETWEEN = "between"
    REDUCE_BY = "reduce_by"
    INCREASE_BY = "increase_by"


@dataclass(frozen=True, slots=True)
class TargetValue:
    """A value as printed and as understood; `upper` is the far end of a range."""

    printed: str
    comparator: Comparator = Comparator.UNKNOWN
    comparator_printed: str = ""
    value: Decimal | None = None
    upper: Decimal | None = None


_NUMBER = r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d{1,12}[.,]\d{1,6}|\d{1,15}"
_PERCENT = r"(?:\s*(?:%|phần trăm))?"
_VALUE = re.compile(
    rf"(?P<before>\D*?)(?P<low>{_NUMBER}){_PERCENT}"
    rf"(?:\s*(?:-|–|—|÷|đến|tới)\s*(?P<high>{_NUMBER}){_PERCENT})?(?P<after>\D*)",
    re.IGNORECASE,
)
_BASELINE = re.compile(r"\s*,?\s*(?:\(?so với|so sánh với)\b.*$", re.IGNORECASE | re.DOTALL)
_GROUPED = re.compile(r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d+)?")
_AIMS = re.compile(r"^(?:(?:phan dau|dat|muc|ty le|la|duy tri|bao dam|dam bao|hoan thanh|dat duoc|o muc)\s*)+")
_MORE, _LESS = r"(?:lon|cao|nhieu)", r"(?:nho|thap|it)"
_AT_LEAST = rf"toi thieu|it nhat|thap nhat|khong (?:duoi|kem|{_LESS} hon)|{_MORE} hon hoac bang|bang hoac {_MORE} hon"
_AT_MOST = (
    rf"toi da|nhieu nhat|cao nhat|khong (?:qua|vuot|vuot qua|tren|{_MORE} hon)"
    rf"|{_LESS} hon hoac bang|bang hoac {_LESS} hon"
)
_PREFIXES = (
    (Comparator.AT_LEAST, re.compile(rf"{_AT_LEAST}|>=|=>|≥|⩾")),
    (Comparator.AT_MOST, re.compile(rf"{_AT_MOST}|<=|=<|≤|⩽")),
    (Comparator.REDUCE_BY, re.compile(r"(?:(?:cat )?giam|don gian hoa)(?: (?:toi thieu|it nhat|them))?")),
    (Comparator.INCREASE_BY, re.compile(r"tang(?: (?:toi thieu|it nhat|them))?")),
    (Comparator.MORE, re.compile(rf"tren|hon|vuot|{_MORE} hon|>")),
    (Comparator.LESS, re.compile(rf"duoi|{_LESS} hon|<")),
    (Comparator.EQUAL, re.compile(r"bang|dung|=")),
)
_AND_MORE = re.compile(rf"(?:tro len|hoac {_MORE} hon)\b")
_AND_LESS = re.compile(rf"(?:tro xuong|hoac {_LESS} hon)\b")
_TAIL_WORDS = 8


def understand(words: str) -> TargetValue:
    """Return the printed words with what they mean; words of another kind keep no figure."""
    printed = " ".join(clean(words).split())
    match = _VALUE.fullmatch(_BASELINE.sub("", printed).strip(" .;"))
    if match is None or len(match["after"].split()) > _TAIL_WORDS:
        return TargetValue(printed)
    low, high = number(match["low"]), number(match["high"]) if match["high"] else None
    if high is not None:
        return _between(printed, match["before"], low, high)
    comparator, said = _compared(match["before"].strip(), match["after"].strip())
    return TargetValue(printed, comparator, said, low) if comparator else TargetValue(printed)


def number(digits: str) -> Decimal:
    """Return the figure written the Vietnamese way: 1.500 is one thousand five hundred, 99,5 has a decimal."""
    if _GROUPED.fullmatch(digits) and not digits.startswith("0"):
        return Decimal(re.sub(r"[.\u00a0 ]", "", digits).replace(",", "."))
    if digits.count(",") > 1:
        return Decimal(digits.replace(",", ""))
    return Decimal(digits.replace(",", "."))


def _between(printed: str, before: str, low: Decimal, high: Decimal) -> TargetValue:
    said = before.strip()
    if _AIMS.sub("", fold(said)) not in {"", "tu", "trong khoang", "trong khoang tu"} or low > high:
        return TargetValue(printed)
    return TargetValue(printed, Comparator.BETWEEN, said, low, high)


def _compared(before: str, after: str) -> tuple[Comparator, str]:
    """Return the comparison that the words around the figure name, and those words."""
    said, follows = _AIMS.sub("", fold(before).strip(" :,")), fold(after)
    if _AND_MORE.search(follows) and said in {"", "tu"}:
        return Comparator.AT_LEAST, _printed_around(before, after, "trở lên", "hoặc")
    if _AND_LESS.search(follows) and said in {"", "tu"}:
        return Comparator.AT_MOST, _printed_around(before, after, "trở xuống", "hoặc")
    if not said:
        return Comparator.EQUAL, before
    for comparator, words in _PREFIXES:
        if words.fullmatch(said.removesuffix(" dat").removesuffix(" la")):
            return comparator, before
    return Comparator.UNKNOWN, ""


def _printed_around(before: str, after: str, *starts: str) -> str:
    """Return the words before the figure and those after it from the first of `starts` on."""
    low = after.casefold()
    place = min(at for at in (low.find(start) for start in starts) if at >= 0)
    return f"{before} … {after[place:]}" if before else after[place:]
