"""What is offered while the register of units is typed into."""

from collections.abc import Callable, Mapping

from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import fold
from tthc_desktop.models.typed import listed
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.ui.inline_cells import Offering
from tthc_desktop.ui.offering.offer_list import Offer
from tthc_desktop.ui.units.table import FIELDS
from tthc_desktop.ui.units.words import KINDS, fitting


def cell_offers(known: Callable[[], Mapping[Id, Unit]]) -> Mapping[int, Offering]:
    """Return what is offered by column."""

    def kinds(typed: str) -> list[Offer]:
        return [Offer(name) for name in KINDS.values() if fold(name).startswith(fold(typed.strip()))]

    def members(typed: str) -> list[Offer]:
        single = (unit for unit in known().values() if unit.kind is not UnitKind.COLLECTIVE)
        return [Offer(unit.name) for unit in fitting(single, typed)]

    return {
        FIELDS.index("kind"): Offering(kinds, at_once=True),
        FIELDS.index("members"): Offering(members, listed),
    }
