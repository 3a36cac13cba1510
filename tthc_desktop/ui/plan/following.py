"""What follows what on the page of a plan: outline and preview show the part that text or table is at."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.plan.outline_view import OutlineView
from tthc_desktop.ui.plan.paragraph import Paragraph, Place
from tthc_desktop.ui.plan.preview import Preview
from tthc_desktop.ui.plan.strip import Strip


class Following(QObject):
    """Lets outline and preview follow the strip, whose cursor alone says where the clerk is."""

    def __init__(self, strip: Strip, outline: OutlineView, preview: Preview) -> None:
        super().__init__(strip)
        self._strip, self._outline, self._preview = strip, outline, preview
        self._sections: dict[Place, Id] = {}
        self._appendices: dict[Id, Id] = {}
        strip.surface.entered.connect(self._enter)
        strip.row_entered.connect(self._enter_row)

    def show_plan(self, plan: Plan, parts: Iterable[Paragraph], known: set[Id]) -> None:
        """Learn under which line of the outline each part of a newer value stands."""
        self._sections = _sections(parts, known)
        self._appendices = {table.id: appendix.id for table, appendix in tables(plan) if appendix}

    def go_to(self, owner: Id) -> None:
        """Bring a part of the plan into sight everywhere."""
        self._strip.go_to(owner)
        self._outline.follow(owner)
        self._preview.go_to(owner)

    def follow_tab(self) -> None:
        """Let outline and preview show what the tab in front is about."""
        grid = self._strip.grid()
        if grid is None:
            self._enter(self._strip.surface.at)
        else:
            self._outline.follow(self._line_of(grid.cells.table.id))
            self._preview.go_to(grid.cells.table.id)

    def _line_of(self, table_id: Id) -> Id:
        """Return the line of the outline that stands for a table: its own, or its appendix's."""
        own = self._outline.entries.index_of(table_id).isValid()
        return table_id if own else self._appendices.get(table_id, "")

    def _enter(self, place: Place | None) -> None:
        if place is not None:
            self._outline.follow(self._sections.get(place, ""))
            self._preview.go_to(place.on_paper)

    def _enter_row(self) -> None:
        grid = self._strip.grid()
        if grid and grid.currentIndex().isValid() and grid.hasFocus():
            _ = self._preview.go_to(grid.here()) or self._preview.go_to(grid.cells.table.id)


def _sections(parts: Iterable[Paragraph], known: set[Id]) -> dict[Place, Id]:
    """Return for each place the line of the outline under which it stands."""
    found: dict[Place, Id] = {}
    now = ""
    for part in parts:
        now = part.place.owner if part.place.owner in known else now
        found[part.place] = now
    return found
