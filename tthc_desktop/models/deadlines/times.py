"""The times that a sign names: dates, months, quarters, years, and how often work comes back."""

from collections.abc import Callable, Iterator, Mapping

from tthc_desktop.models.deadlines.frequencies import FREQUENCIES
from tthc_desktop.models.deadlines.lexing import Place, Sign
from tthc_desktop.models.deadlines.single_times import SINGLE_TIMES
from tthc_desktop.models.deadlines.values import Clause

_READERS: Mapping[Sign, Callable[[Place, int | None], Iterator[Clause]]] = {**SINGLE_TIMES, **FREQUENCIES}


def times(place: Place, year: int | None) -> tuple[Clause, ...]:
    """Return what a sign names, each time as a clause; `year` is that of the plan."""
    return tuple(_READERS[place.sign](place, year)) if place.sign in _READERS else ()
