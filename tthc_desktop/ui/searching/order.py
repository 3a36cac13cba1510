"""Where hits stand between each other and the cursor, without Qt."""

from collections.abc import Iterable

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.spots import Place as HitPlace
from tthc_desktop.ui.plan.paragraph import Paragraph, Place

Rank = tuple[int, int, int, int]
"""The paragraph, in a table the row and the column, and the letter; to be compared."""


class Order:
    """The reading order of one value of a plan as the page surface shows it."""

    def __init__(self, plan: Plan, paragraphs: Iterable[Paragraph]) -> None:
        self._paragraphs: dict[Place, int] = {}
        self._owners: dict[Id, int] = {}
        for number, paragraph in enumerate(paragraphs):
            self._paragraphs[paragraph.place] = number
            self._owners.setdefault(paragraph.place.owner, number)
        self._members: dict[Id, int] = {}
        for table, _ in tables(plan):
            self._members |= {column.id: number for number, column in enumerate(table.columns)}
            self._members |= {row.id: number for number, row in enumerate(table.rows)}

    def rank(self, place: HitPlace, start: int) -> Rank:
        """Return where a letter of a place stands."""
        if place.table:
            title = place.owner == place.column
            row = -1 if title else self._members.get(place.owner, -1)
            return self._owners.get(place.table, -1), row, self._members.get(place.column, -1), start
        label = place.part.startswith("label ")
        number = self._paragraphs.get(Place(place.owner, place.part.replace("label", "line")), -1)
        return number, -1, -1, -1 if label else start
