"""All regimes by which an office could report: its own, and those that come with the program."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from tthc_desktop.models.identity import Id
from tthc_desktop.models.reporting.regimes import Regime, regime_for


@dataclass(frozen=True, slots=True)
class ListedRegime:
    """A regime: whose it is, and whether the office reports by it today."""

    id: Id
    regime: Regime
    own: bool = False
    known: bool = False
    holds: bool = False


def listed_regimes(own: Mapping[Id, Regime], known: Collection[Regime], today: date) -> tuple[ListedRegime, ...]:
    """Return the regimes by their first days; one that the office keeps in words of its own stands once."""
    ids = {one.id for one in known}
    now = regime_for(tuple(own.values()), known, today)
    every = {one.id: one for one in known} | dict(own)
    found = (ListedRegime(id_, one, id_ in own, id_ in ids, one is now) for id_, one in every.items())
    return tuple(sorted(found, key=lambda each: (each.regime.start, each.regime.end or date.max)))
