"""The periods that a plan can be reported on, and the one that is usual, without Qt."""

from collections.abc import Iterator
from datetime import date

from tthc_desktop.models.plan import Period
from tthc_desktop.models.spans import reported, title

WHOLE = "Cả kế hoạch"


def choices(period: Period | None) -> Iterator[tuple[str, str]]:
    """Yield the keys and titles of all spans of a plan's period; the plan as a whole, with an empty key, is first."""
    yield "", WHOLE
    if period is not None:
        yield from spans_of(period)


def spans_of(period: Period) -> Iterator[tuple[str, str]]:
    """Yield the keys and titles of the spans that can be reported on within a period."""
    return ((span.key, title(span.key)) for span in reported(period))


def usual(period: Period | None, today: date, rhythm: str) -> str:
    """Return the span of the office's rhythm that today is in; the plan as a whole when today is no day of it."""
    if period is None or not period.start <= today <= period.end:
        return ""
    return next((span.key for span in reported(Period(today, today)) if span.kind == rhythm), "")
