"""Days and times as XML writes them: 2025-02-15T00:00:00."""

from datetime import datetime


def iso_moment(words: str) -> datetime | None:
    """Return the day with its time, midnight when it has none; None for what is no day."""
    try:
        return datetime.fromisoformat(words.removesuffix("Z")[:19])
    except ValueError:
        return None
