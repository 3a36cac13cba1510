"""Days as XML writes them: 2025-02-15T00:00:00."""

from datetime import date, datetime


def iso_day(words: str) -> date | None:
    """Return the day, with its time when it has one; None for what is none."""
    try:
        return datetime.fromisoformat(words.removesuffix("Z")[:19])
    except ValueError:
        return None
