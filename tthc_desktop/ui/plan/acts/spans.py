"""Where an act begins and what it makes."""

from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import EMPTY, Text
from tthc_desktop.ui.plan.paragraph import Kind, Paragraph, Place

END = -1


@dataclass(frozen=True, slots=True)
class Span:
    """What is selected: the paragraphs from the first to the last, and the words around the selection in both.

    Without a selection the two are one, and `before` and `after` are the words at both sides of the cursor.
    """

    paragraphs: tuple[Paragraph, ...]
    before: Text = EMPTY
    after: Text = EMPTY

    @property
    def first(self) -> Paragraph:
        return self.paragraphs[0]

    @property
    def last(self) -> Paragraph:
        return self.paragraphs[-1]

    @property
    def owners(self) -> tuple[Id, ...]:
        """The items, tables, bases or recipients that the selection touches."""
        return tuple(dict.fromkeys(p.place.owner for p in self.paragraphs if p.kind is not Kind.CAPTION))


@dataclass(frozen=True, slots=True)
class Edit:
    """A plan after an edit, what Hoàn tác calls it, and where the cursor goes; None leaves it where it is."""

    label: str
    plan: Plan
    place: Place | None = None
    offset: int = 0
