"""Figures that are counted: from what people write, or the number of a cell, into plain notation and back."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tthc_desktop.models.targets.value import number as vietnamese
from tthc_desktop.models.text import fold

_WHOLE, _PLACES = 15, 6
"""How many digits a figure may have before the comma, and how many after it."""
_FIGURE = re.compile(
    r"(?P<sign>-?) ?"
    r"(?P<digits>[0-9]{1,3}(?:[. ][0-9]{3})+(?:,[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]+(?:[.,][0-9]+)?)"
    r" ?(?P<percent>%|phan tram)?"
)
_EITHER = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
"""A comma before three digits parts thousands for those who learned it from machines."""


def figure_of(words: str, seen: float | None, *, counted: bool, percent: bool) -> tuple[str, str]:
    """Return a figure in plain notation, and the trouble with it; `counted` are cases, which are never below 0.

    `seen` is the number of a cell behind its words, `percent` that it was shown as a per cent.
    """
    if seen is not None:
        return _of_cell(words, seen, counted=counted, percent=percent)
    found = _FIGURE.fullmatch(fold(words).replace("\u00a0", " ").strip(" ."))
    if found is None or (counted and found["percent"]):
        return "", f"“{words}” không phải một con số. Hãy ghi số, ví dụ {'1.250' if counted else '99,5'}."
    digits = found["digits"]
    if counted and _EITHER.fullmatch(digits):
        meant = digits.replace(",", "")
        return meant, f"Không rõ “{words}” là bao nhiêu. Có phải {shown_figure(meant)} không?"
    value = vietnamese(digits)
    return _checked(words, -value if found["sign"] else value, counted=counted)


def _of_cell(words: str, seen: float, *, counted: bool, percent: bool) -> tuple[str, str]:
    if not abs(seen) < 10**_WHOLE:  # also what is no number at all
        return "", f"“{words}” lớn quá mức. Hãy ghi lại con số."
    value = Decimal(repr(float(seen)))
    return _checked(words, value * 100 if percent and not counted else value, counted=counted)


def _checked(words: str, value: Decimal, *, counted: bool) -> tuple[str, str]:
    if counted and value < 0:
        return "", f"“{words}” nhỏ hơn 0. Hãy ghi một số từ 0 trở lên."
    if abs(value) >= 10**_WHOLE:
        return "", f"“{words}” lớn quá mức. Hãy ghi lại con số."
    return plain_figure(value), ""


def plain_figure(value: Decimal) -> str:
    """Return a figure in plain notation with six decimals at most and no zero too many."""
    digits = f"{value + 0:.{_PLACES}f}"  # so that minus zero is zero
    digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def shown_figure(words: str) -> str:
    """Return a figure of plain notation as Vietnamese papers write it: 1.234,5."""
    sign, digits = ("-", words[1:]) if words.startswith("-") else ("", words)
    whole, _, places = digits.partition(".")
    return f"{sign}{'.'.join(_threes(whole))}{',' if places else ''}{places}"


def _threes(whole: str) -> Iterator[str]:
    first = len(whole) % 3 or 3
    yield whole[:first]
    yield from (whole[at : at + 3] for at in range(first, len(whole), 3))
