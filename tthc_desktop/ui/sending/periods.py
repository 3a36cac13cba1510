"""The periods that sheets of a plan can report on, and the one that is usual, without Qt."""

from collections.abc import Iterator
from datetime import date

from tthc_desktop.models.plan import Period
from tthc_desktop.models.spans import SpanKind, span_with, spans, title

WHOLE = "Cả kế hoạch"
_KINDS = (SpanKind.QUARTER, SpanKind.HALF_YEAR, SpanKind.NINE_MONTHS, SpanKind.YEAR, SpanKind.MONTH)


def choices(period: Period | None) -> Iterator[tuple[str, str]]:
    """Yield the keys and titles of all spans of a plan's period; the plan as a whole, with an empty key, is first."""
    yield "", WHOLE
    if period is not None:
        yield from ((span.key, title(span.key)) for kind in _KINDS for span in spans(kind, period))


def usual(period: Period | None, today: date, rhythm: str) -> str:
    """Return the span of the office's rhythm that today is in; the plan as a whole when today is no day of it."""
    kinds = {kind.value: kind for kind in _KINDS}
    if period is None or rhythm not in kinds or not period.start <= today <= period.end:
        return ""
    return span_with(kinds[rhythm], today).key
