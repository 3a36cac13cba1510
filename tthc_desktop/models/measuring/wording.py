"""The rules in words: what is asked of letters and of measures, what was found instead."""

from tthc_desktop.models.decree import Letters, Measure
from tthc_desktop.models.measuring.values import MM

_UNITS = {"lines": "dòng đơn", "share": "dòng chữ"}


def style_words(letters: Letters) -> str:
    """Return `chữ in hoa, cỡ 12 đến 13, đứng, đậm`."""
    case = "chữ in hoa" if letters.upper or letters.words.isupper() else "chữ in thường"
    size = (
        f"{number(letters.least)} đến {number(letters.most)}" if letters.least < letters.most else number(letters.most)
    )
    slope = "nghiêng" if letters.italic else "đứng"
    return f"{case}, cỡ {size}, {slope}{', đậm' if letters.bold else ''}"


def range_words(measure: Measure) -> str:
    """Return `từ 20 đến 25 mm`, `ít nhất 6 pt`."""
    unit = _UNITS.get(measure.unit, measure.unit)
    if measure.unit == "share" and (measure.least, measure.most) == (0.333, 0.5):
        return "từ 1/3 đến 1/2 dòng chữ"
    if measure.most is None:
        return f"ít nhất {number(measure.least or 0)} {unit}"
    return f"từ {number(measure.least or 0)} đến {number(measure.most)} {unit}"


def number(value: float) -> str:
    """Return a figure as Vietnamese write it, with at most two places."""
    return f"{round(value, 2) or 0:g}".replace(".", ",")


def millimetres(points: float) -> str:
    return f"{number(round(points / MM, 1))} mm"


def points(value: float) -> str:
    return f"{number(round(value, 1))} pt"


def quoted(words: str, most: int = 40) -> str:
    """Return the beginning of some words in quotation marks."""
    short = words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
    return f"“{short}”"
