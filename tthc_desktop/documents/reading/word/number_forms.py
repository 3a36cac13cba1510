"""A number in the form that Word prints it: 1, 01, I, i, A, a, một, or in signs of the list's own."""

import re

from tthc_desktop.models.numbering import POINT_LETTERS, roman

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_HIGHEST_ROMAN = 32_767
_LONGEST_LETTERS = 30
_DIGITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_PADDED = re.compile(r"(0+)1,")
_ZEROS = {"decimalZero": 2}


def shown_number(form: str, custom: str, count: int) -> str:
    """Return a count in one of Word's forms; a form that nothing here knows is counted in digits."""
    count = max(count, 0)
    match form:
        case "none" | "bullet":
            return ""
        case "upperRoman" | "lowerRoman":
            signs = roman(count) if count <= _HIGHEST_ROMAN else str(count)
            return signs if form == "upperRoman" else signs.lower()
        case "upperLetter" | "lowerLetter":
            signs = _lettered(count)
            return signs.upper() if form == "upperLetter" else signs
        case "vietnameseCounting" | "cardinalText" if 0 < count < 100:
            return _spelled(count)
        case "custom":
            return _own_signs(custom, count)
        case _:
            return _in_digits(form, count)


def _in_digits(form: str, count: int) -> str:
    wrapped = {"decimalEnclosedParen": "({})", "decimalEnclosedFullstop": "{}.", "numberInDash": "- {} -"}
    return wrapped.get(form, "{}").format(str(count).zfill(_ZEROS.get(form, 0)))


def _lettered(count: int) -> str:
    """Return a … z, aa, bb, …: Word says a letter again where others go on to ab."""
    if count <= 0:
        return ""
    times, place = divmod(count - 1, len(_LATIN))
    return _LATIN[place] * min(times + 1, _LONGEST_LETTERS)


def _own_signs(custom: str, count: int) -> str:
    """Return the sign of a list that names its signs: `a, b, c, d, đ, e, ...` or `001, 002, ...`."""
    if padded := _PADDED.match(custom):
        return str(count).zfill(len(padded.group(1)) + 1)
    signs = [sign.strip() for sign in custom.split(",")]
    signs = [sign for sign in signs if sign and sign.strip(".…")]
    if not signs or count <= 0:
        return str(count)
    beginning = "".join(signs)
    if POINT_LETTERS.startswith(beginning) and len(signs) > 4:
        signs = list(POINT_LETTERS)
    elif POINT_LETTERS.upper().startswith(beginning) and len(signs) > 4:
        signs = list(POINT_LETTERS.upper())
    times, place = divmod(count - 1, len(signs))
    return signs[place] * min(times + 1, _LONGEST_LETTERS)


def _spelled(count: int) -> str:
    """Return 1 … 99 in Vietnamese words."""
    tens, ones = divmod(count, 10)
    if not tens:
        return _DIGITS[ones]
    begin = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    end = {1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _DIGITS[ones])
    return f"{begin} {end}".strip()
