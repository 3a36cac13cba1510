"""The numbers of an outline and of a table: computed from the place, never kept.

The styles are those of Decree 30/2020, Appendix I, and those that real plans use beside them.
"""

from collections.abc import Iterator
from enum import StrEnum

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in their order: a, b, c, d, đ, e … without f, j, w, z and without ă, â, ê, ô, ơ, ư."""

_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
_ROMAN_HIGH = (("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40))


class Mark(StrEnum):
    """How an item is numbered."""

    PART = "part"
    CHAPTER = "chapter"
    UPPER = "upper"
    ROMAN = "roman"
    ARTICLE = "article"
    ARABIC = "arabic"
    DECIMAL = "decimal"
    LETTER = "letter"
    PAREN_ARABIC = "paren_arabic"
    PAREN_ROMAN = "paren_roman"
    DASH = "dash"
    PLUS = "plus"
    NONE = "none"


_PRINTED = {
    Mark.PART: "Phần {}",
    Mark.CHAPTER: "Chương {}",
    Mark.UPPER: "{}.",
    Mark.ROMAN: "{}.",
    Mark.ARTICLE: "Điều {}.",
    Mark.ARABIC: "{}.",
    Mark.DECIMAL: "{}.",
    Mark.LETTER: "{})",
    Mark.PAREN_ARABIC: "({})",
    Mark.PAREN_ROMAN: "({})",
    Mark.DASH: "-",
    Mark.PLUS: "+",
    Mark.NONE: "",
}
UNNUMBERED = frozenset({Mark.DASH, Mark.PLUS, Mark.NONE})


def roman(value: int) -> str:
    """Return 1 … 3999 in Roman capitals."""
    digits = []
    for sign, worth in (*_ROMAN_HIGH, *_ROMAN):
        times, value = divmod(value, worth)
        digits.append(sign * times)
    return "".join(digits)


def letter(value: int) -> str:
    """Return the letter of the `value`-th point, from 1; after the last letter of the alphabet aa, ab …"""
    letters = ""
    while value > 0:
        value, place = divmod(value - 1, len(POINT_LETTERS))
        letters = POINT_LETTERS[place] + letters
    return letters


def number(mark: Mark, ordinal: int, parent: str = "") -> str:
    """Return the bare number of the `ordinal`-th item of one style; `parent` is the number above it for 1.1."""
    match mark:
        case Mark.ROMAN | Mark.PART | Mark.CHAPTER:
            return roman(ordinal)
        case Mark.UPPER:
            return letter(ordinal).upper()
        case Mark.PAREN_ROMAN:
            return roman(ordinal).lower()
        case Mark.LETTER:
            return letter(ordinal)
        case Mark.DECIMAL if parent:
            return f"{parent}.{ordinal}"
        case Mark.DASH | Mark.PLUS | Mark.NONE:
            return ""
        case _:
            return str(ordinal)


def printed(mark: Mark, bare: str) -> str:
    """Return a bare number as it stands before the item: `I.`, `1.`, `1.1.`, `a)`, `(i)`, `-`."""
    return _PRINTED[mark].format(bare)


def ordinal(mark: Mark, bare: str) -> int | None:
    """Return the place that a printed number claims, or None when it is none of that style."""
    bare = bare.strip()
    match mark:
        case Mark.ROMAN | Mark.PAREN_ROMAN | Mark.PART | Mark.CHAPTER:
            return _from_roman(bare.upper())
        case Mark.LETTER | Mark.UPPER:
            return _from_letters(bare.lower())
        case Mark.DECIMAL:
            last = bare.rstrip(".").rpartition(".")[2]
            return int(last) if last.isdecimal() else None
        case Mark.ARABIC | Mark.ARTICLE | Mark.PAREN_ARABIC:
            return int(bare) if bare.isdecimal() else None
        case _:
            return None


def _from_roman(signs: str) -> int | None:
    rest, value = signs, 0
    for sign, worth in (*_ROMAN_HIGH, *_ROMAN):
        while rest.startswith(sign):
            rest, value = rest[len(sign) :], value + worth
    return value if value and not rest and roman(value) == signs else None


def _from_letters(letters: str) -> int | None:
    value = 0
    for char in letters:
        if char not in POINT_LETTERS:
            return None
        value = value * len(POINT_LETTERS) + POINT_LETTERS.index(char) + 1
    return value or None


class Counter:
    """Counts the items of one parent, each style for itself."""

    def __init__(self) -> None:
        self._seen: dict[Mark, int] = {}

    def next(self, mark: Mark, starts_at: int = 0) -> int:
        """Return the place of the next item of this style; `starts_at` above 0 begins a new list there."""
        self._seen[mark] = starts_at or self._seen.get(mark, 0) + 1
        return self._seen[mark]


def row_numbers(levels: tuple[Mark, ...], rows: Iterator[tuple[int, bool]], *, continuous: bool) -> Iterator[str]:
    """Yield the number of each row of a table.

    `levels` is the style of each level, `rows` the level of each row and whether it is a group; with `continuous`
    the rows that are no groups are counted through the whole table (1 … 16 under I … VII).
    """
    counts: list[int] = []
    numbers: list[str] = []
    through = 0
    for level, group in rows:
        while len(counts) <= level:
            counts.append(0)
            numbers.append("")
        if len(counts) > level + 1:
            del counts[level + 1 :], numbers[level + 1 :]
        counts[level] += 1
        through += not group
        mark = levels[level if level < len(levels) else -1] if levels else Mark.NONE
        place = through if continuous and not group else counts[level]
        parent = _above(levels, numbers[:level]) if mark is Mark.DECIMAL else ""
        numbers[level] = str(place) if mark is Mark.ARABIC else number(mark, place, parent)
        yield numbers[level]


def _above(levels: tuple[Mark, ...], numbers: list[str]) -> str:
    """Return the number that 1.1 goes on from: that above it, of I its place."""
    for level in range(len(numbers) - 1, -1, -1):
        if numbers[level]:
            is_roman = level < len(levels) and levels[level] is Mark.ROMAN
            return str(ordinal(Mark.ROMAN, numbers[level])) if is_roman else numbers[level]
    return ""
