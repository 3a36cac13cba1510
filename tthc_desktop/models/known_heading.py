"""Headings of tables whose meaning the clerk has told once, so that the same table needs no telling again."""

from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.table import Role


@dataclass(frozen=True, slots=True)
class KnownHeading:
    """A column heading, folded (with the one above it before a slash), and what it holds; None where it is left out."""

    id: Id
    words: str
    role: Role | None = None
