"""The number formats of workbooks, taken apart: sections, and in each digits, parts of dates and words."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

LONGEST = 255
"""Excel allows no longer format; what is longer is treated as General."""
GENERAL = "General"
BUILTIN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: "#,##0",
    6: "#,##0",
    7: "#,##0.00",
    8: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: "#,##0",
    42: "#,##0",
    43: "#,##0.00",
    44: "#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
"""The formats that a file names by number only; those of days as Excel shows them with Vietnamese settings."""

_PIECES = re.compile(
    r"""(?P<quoted>"[^"]*"?)|(?P<escaped>\\.)|(?P<skipped>[_*].)|(?P<bracket>\[[^\]]*\]?)|(?P<general>General)
    |(?P<noon>AM/PM|A/P)|(?P<day>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|e+(?![+-]))|(?P<power>[eE][+-])|(?P<digits>[0\#?])
    |(?P<end>;)|(?P<other>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_ELAPSED = re.compile(r"\[([hms])\1*\]", re.IGNORECASE)
_MONEY = re.compile(r"\[\$([^\]-]*)")


class Piece(StrEnum):
    """What a piece of a format stands for."""

    WORDS = "words"
    GENERAL = "general"
    NOON = "noon"
    DAY = "day"
    ELAPSED = "elapsed"
    POWER = "power"
    DIGIT = "digit"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Section:
    """One of the up to four parts of a format: its pieces, and the condition under which it holds.

    `dated` tells whether it shows a day or a time; `digits` is the whole part when it is digits only, as 0.00 or #,##0.
    """

    pieces: tuple[tuple[Piece, str], ...] = ()
    condition: tuple[str, float] | None = None
    dated: bool = False
    digits: str = ""

    def has(self, *kinds: Piece) -> bool:
        return any(kind in kinds for kind, _ in self.pieces)


@lru_cache(1 << 10)
def sections(code: str) -> tuple[Section, ...]:
    """Return the parts of a format; General has one without any piece."""
    if len(code) > LONGEST or code.strip().lower() in {"", "general", "standard", "@"}:
        return (Section(),)
    made: list[Section] = []
    pieces: list[tuple[Piece, str]] = []
    condition: tuple[str, float] | None = None
    for match in _PIECES.finditer(code):
        kind, words = str(match.lastgroup), match.group()
        if kind == "end":
            made.append(_section(pieces, condition))
            pieces, condition = [], None
        elif kind == "bracket" and (found := _CONDITION.fullmatch(words)):
            condition = found[1], float(found[2])
        elif kind != "skipped":
            pieces.append(_piece(kind, words))
    made.append(_section(pieces, condition))
    return tuple(made[:4])


def _section(pieces: list[tuple[Piece, str]], condition: tuple[str, float] | None) -> Section:
    kinds = {kind for kind, _ in pieces}
    dated = bool(kinds & {Piece.DAY, Piece.ELAPSED, Piece.NOON}) and Piece.GENERAL not in kinds
    whole = "".join(said for _, said in pieces) if kinds <= {Piece.DIGIT, Piece.SIGN} else ""
    return Section(tuple(pieces), condition, dated, whole if _DIGITS.fullmatch(whole) else "")


_DIGITS = re.compile(r"(?:#,##)?0(?:\.0+)?")
_OF_GROUP = {
    "general": Piece.GENERAL,
    "noon": Piece.NOON,
    "day": Piece.DAY,
    "power": Piece.POWER,
    "digits": Piece.DIGIT,
}


def _piece(kind: str, words: str) -> tuple[Piece, str]:
    if kind == "quoted":
        return Piece.WORDS, words.strip('"')
    if kind == "escaped":
        return Piece.WORDS, words[1:]
    if kind == "bracket":
        return _bracket(words)
    if kind == "day":
        words = words.lower().replace("e", "y")
    return _OF_GROUP.get(kind, Piece.SIGN), words


def _bracket(words: str) -> tuple[Piece, str]:
    """Return hours that may be more than a day, the sign of a currency, or nothing: colours and languages."""
    if _ELAPSED.fullmatch(words):
        return Piece.ELAPSED, words[1:-1].lower()
    money = _MONEY.match(words)
    return Piece.WORDS, money[1] if money else ""


def section_for(parts: tuple[Section, ...], value: float) -> tuple[Section, bool]:
    """Return the part that shows this value, and whether it says by itself that the value is negative."""
    if any(part.condition for part in parts):
        return _conditioned(parts, value)
    numbers = parts[:3]
    if value < 0 and len(numbers) > 1:
        return numbers[1], True
    if value == 0 and len(numbers) > 2:
        return numbers[2], False
    return numbers[0], False


def _conditioned(parts: tuple[Section, ...], value: float) -> tuple[Section, bool]:
    for part in parts[:3]:
        if part.condition is None or _holds(*part.condition, value):
            return part, False
    return parts[0], False


def _holds(sign: str, bound: float, value: float) -> bool:
    return {
        "<": value < bound,
        ">": value > bound,
        "<=": value <= bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }[sign]
