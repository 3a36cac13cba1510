"""What the place of a hit is called in a list, without Qt."""

from functools import cached_property

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.spots import Place as HitPlace
from tthc_desktop.models.table import RowKind, Table
from tthc_desktop.models.vocabulary import ROLE_NAMES
from tthc_desktop.ui.plan.names import numbers_of, short, table_name
from tthc_desktop.ui.plan.paragraph import Place
from tthc_desktop.ui.plan.paragraphs import paragraphs


class PlaceNames:
    """Names of the places of one plan: mục II.1 · phụ lục II, hàng 12, thời hạn · nơi nhận 3."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    @cached_property
    def _paragraphs(self) -> dict[Place, str]:
        return {paragraph.place: paragraph.name for paragraph in paragraphs(self._plan)}

    @cached_property
    def _tables(self) -> dict[Id, tuple[Table, str, dict[Id, str]]]:
        return {table.id: (table, table_name(self._plan, table), _row_names(table)) for table, _ in tables(self._plan)}

    def name(self, place: HitPlace) -> str:
        """Return what a place is called, beginning with a capital."""
        if not place.table:
            said = self._paragraphs.get(Place(place.owner, place.part.replace("label", "line")), "")
            return said[:1].upper() + said[1:]
        table, name, rows = self._tables[place.table]
        column = next(column for column in table.columns if column.id == place.column)
        if place.owner == place.column:
            return f"{name}, tên cột"
        row = rows[place.owner]
        if row.startswith("nhóm"):
            return f"{name}, {row}"
        return f"{name}, {row}, {ROLE_NAMES.get(column.role) or short(str(column.title), 24)}"


def _row_names(table: Table) -> dict[Id, str]:
    named = {}
    for place, (row, number) in enumerate(zip(table.rows, numbers_of(table), strict=True), 1):
        named[row.id] = f"{'nhóm' if row.kind is RowKind.GROUP else 'hàng'} {number or place}"
    return named
