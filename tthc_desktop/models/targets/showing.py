"""How the value of a target is shown: as Vietnamese papers write figures, never rounded across what is demanded."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from tthc_desktop.models.progress.figures import plain_figure, shown_figure
from tthc_desktop.models.targets.measure import Measure

_PLACES, _MOST = 2, 6
_DIGITS = 60


def rounded(value: Decimal, places: int) -> Decimal:
    """Return the value with that many decimals, a half rounded up."""
    with localcontext(prec=_DIGITS):
        return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def shown_value(measure: Measure, value: Decimal | None) -> str:
    """Return a value with two decimals; with more where rounding would make it the very figure that is demanded."""
    if value is None:
        return ""
    ends = tuple(end for end in (measure.value, measure.upper) if end is not None)
    places = _PLACES
    while places < _MOST and any(rounded(value, places) == end != value for end in ends):
        places += 1
    words = shown_figure(plain_figure(rounded(value, places)))
    return f"{words}%" if measure.is_rate or (measure.is_change and measure.in_hundred) else words
