"""Units: who does the work of a plan, under all the names by which plans call them."""

from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.models.identity import Id


class UnitKind(StrEnum):
    """Whether a unit belongs to the office, is another body, or stands for several units at once."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    COLLECTIVE = "collective"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the register. A collective without members stands for the units inside that its words mean.

    Which these are says `models/units/scope.py`.
    """

    id: Id
    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    """Other spellings that plans use for it."""
    kind: UnitKind = UnitKind.INSIDE
    members: tuple[Id, ...] = ()
