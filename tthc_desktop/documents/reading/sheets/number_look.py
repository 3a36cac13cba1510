"""A number as its format shows it.

Decimals follow a comma and thousands a point, as Excel shows them with Vietnamese settings. Only a plain format of
decimals (0.0, 0.00) keeps its point: it is how the ordinal number 1.10 of a task is typed, and then it is a code.
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from tthc_desktop.documents.reading.sheets.number_format import Piece, Section

_CODE = re.compile(r"0\.0+")
_MOST_DIGITS = 15
_PRECISE = Context(prec=600, rounding=ROUND_HALF_UP)
_LARGEST = 1e15
"""What is larger has digits that were never typed."""
_SWAPPED = str.maketrans(",.", ".,")
_WHOLE = 10**15
_LARGEST_DENOMINATOR = 999


def general(value: float) -> str:
    """Return a number as the format General shows it: 7 for 7.0, 0,3 for the sum of 0.1 and 0.2."""
    if value == int(value) and abs(value) < _WHOLE:
        return str(int(value))
    shown = f"{value:.10g}".upper() if 1e-9 < abs(value) < 1e11 else f"{value:.6G}"
    if "E" in shown and 1e-9 < abs(value) < 1e-4:
        shown = f"{Decimal(shown):f}"
    return shown.replace(".", ",")


def number_look(value: float, section: Section, *, signed: bool) -> str:
    """Return a number as this part of a format shows it; `signed` when the part says itself that it is negative."""
    size = abs(value)
    negative = value < 0 and not signed
    if size >= _LARGEST and section.has(Piece.DIGIT):
        return general(value)
    if section.digits and not negative:
        return _digits(size, section.digits)
    if not section.has(Piece.DIGIT):
        words = "".join(general(size) if kind is Piece.GENERAL else said for kind, said in section.pieces)
        return f"-{words}" if negative and section.has(Piece.GENERAL) else words
    size *= 100.0 ** min(section.pieces.count((Piece.SIGN, "%")), 4)
    if section.has(Piece.POWER):
        shown = _power(size, section)
    elif _is_fraction(section):
        shown = _fraction(size)
    else:
        shown = _plain(size, section)
    return f"-{shown}" if negative and any(char in "123456789" for char in shown) else shown


def is_code(section: Section) -> bool:
    """Tell whether a format is only digits around a point."""
    return bool(_CODE.fullmatch("".join(said for _, said in section.pieces)))


def _digits(size: float, code: str) -> str:
    """Return a number whose format is digits only, which most are."""
    step = Decimal(1).scaleb(-len(code.partition(".")[2]))
    rounded = _exact(size).quantize(step, context=_PRECISE)
    if code.startswith("#"):
        return f"{rounded:,f}".translate(_SWAPPED)
    return f"{rounded:f}"


def _exact(size: float) -> Decimal:
    return Decimal(f"{size:.{_MOST_DIGITS}g}")


def _power(size: float, section: Section) -> str:
    before, _, _ = "".join(said for _, said in section.pieces).upper().partition("E")
    decimals = sum(char in "0#?" for char in before.partition(".")[2])
    return f"{size:.{decimals}E}".replace(".", ",")


def _is_fraction(section: Section) -> bool:
    return any(kind is Piece.SIGN and said == "/" for kind, said in section.pieces)


def _fraction(size: float) -> str:
    whole, rest = divmod(_exact(size), 1)
    part = Fraction(rest).limit_denominator(_LARGEST_DENOMINATOR if rest * 100 % 1 else 100)
    if part in {0, 1}:
        return str(int(whole + int(part)))
    return f"{int(whole)} {part}" if whole else str(part)


def _plain(size: float, section: Section) -> str:
    pieces = section.pieces
    places = [at for at, (kind, _) in enumerate(pieces) if kind is Piece.DIGIT]
    point = next((at for at, piece in enumerate(pieces) if piece == (Piece.SIGN, ".")), len(pieces))
    whole_places = [at for at in places if at < point]
    decimals = [pieces[at][1] for at in places if at > point]
    commas = [at for at, piece in enumerate(pieces) if piece == (Piece.SIGN, ",")]
    grouped = any(places[0] < at < (whole_places or [0])[-1] for at in commas)
    scaling = sum(at > (whole_places or [0])[-1] for at in commas if at < point or not decimals)
    rounded = (_exact(size) / 1000**scaling).quantize(Decimal(1).scaleb(-len(decimals)), context=_PRECISE)
    whole, _, rest = f"{rounded:f}".partition(".")
    least = sum(pieces[at][1] == "0" for at in whole_places)
    whole = whole.lstrip("0").rjust(least, "0")
    rest = _without_zeros(rest, decimals)
    said = _in_places(section, whole_places, _grouped(whole) if grouped else whole)
    sign = "." if is_code(section) else ","
    shown = []
    for at, (kind, words) in enumerate(pieces):
        if at in said:
            shown.append(said[at])
        elif at == point:
            shown.append(sign if rest else "")
        elif kind is Piece.DIGIT:
            shown.append(rest if at == min(place for place in places if place > point) else "")
        elif words != "," or kind is Piece.WORDS:
            shown.append(words)
    return "".join(shown).strip()


def _without_zeros(rest: str, decimals: list[str]) -> str:
    """Leave out the last zeros that the format does not ask for."""
    while rest.endswith("0") and decimals[len(rest) - 1] != "0":
        rest = rest[:-1]
    return rest


def _grouped(whole: str) -> str:
    return f"{int(whole):,}".replace(",", ".").rjust(len(whole), "0") if whole else whole


def _in_places(section: Section, places: list[int], whole: str) -> dict[int, str]:
    """Return what stands at each place of a digit: the first takes all that are left."""
    if not places:
        return {}
    if not _words_between(section, places):
        return {places[0]: whole} | dict.fromkeys(places[1:], "")
    said: dict[int, str] = {}
    for at in reversed(places[1:]):
        said[at], whole = whole[-1:], whole[:-1]
    return said | {places[0]: whole}


def _words_between(section: Section, places: list[int]) -> bool:
    between = section.pieces[places[0] : places[-1]]
    return any(kind is Piece.WORDS or (kind is Piece.SIGN and said != ",") for kind, said in between)
