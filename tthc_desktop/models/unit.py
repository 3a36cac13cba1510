"""Units: who does the work of a plan, under all the names by which plans call them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc_desktop.models.identity import Id


class UnitKind(StrEnum):
    """Whether a unit belongs to the office, is another body, or stands for several units at once."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    COLLECTIVE = "collective"


@dataclass(frozen=True, slots=True)
class FormerName:
    """What a unit was called up to a day, that day included."""

    name: str
    short: str = ""
    until: date = date.max


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the register. A collective without members stands for the units inside that its words mean.

    Which these are says `models/units/scope.py`. A unit that was merged or split ends on `valid_to`, and its work is
    that of the units that it `became`.
    """

    id: Id
    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    """Other spellings that plans use for it."""
    kind: UnitKind = UnitKind.INSIDE
    members: tuple[Id, ...] = ()
    former: tuple[FormerName, ...] = ()
    """Its names before the present one, the oldest first."""
    valid_from: date | None = None
    valid_to: date | None = None
    """The last day on which there was such a unit; None while there is."""
    became: tuple[Id, ...] = ()
