"""The cells that follow when a clerk drags some, as a spreadsheet continues them.

One month, quarter or date shows its series by itself; a number, or a date inside a sentence, needs two cells.
What shows none returns None, and whoever fills repeats it.
"""

from collections.abc import Sequence

from tthc_desktop.models.series.dates import dates
from tthc_desktop.models.series.numbers import numbers
from tthc_desktop.models.series.periods import periods


def continued(seeds: Sequence[str], count: int, *, backwards: bool = False, forced: bool = False) -> list[str] | None:
    """Return the cells behind the last seed, or None when the seeds show no series.

    Backwards, the seeds are given from the last to the first. A single number counts only when it is forced to.
    """
    if not seeds:
        return None
    for find in (dates, periods, numbers):
        series = find(seeds, -1 if backwards else 1, forced)
        if series is not None:
            made = [series(place) for place in range(1, count + 1)]
            whole = [words for words in made if words is not None]
            return whole if len(whole) == count else None
    return None
