"""Find and replace in one plan: what the bar asks for, done on the page's value."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.finding import Hit, find
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.models.searching.replacing import in_shape_of, replaceable, replaced
from tthc_desktop.models.searching.spots import Place as HitPlace
from tthc_desktop.ui.plan.names import number, short
from tthc_desktop.ui.searching.find_bar import FindBar
from tthc_desktop.ui.searching.highlights import cursor_of, reveal, select
from tthc_desktop.ui.searching.marking import Marking
from tthc_desktop.ui.searching.order import Order, Rank

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.page import PlanPage

Change = Callable[[str, Plan], object]
LATER = 300
"""Milliseconds after a change of the plan until its hits are looked for again."""


class Finder(QObject):
    """Knows the hits of the page's plan and which of them is in front."""

    def __init__(self, page: "PlanPage", change: Change) -> None:
        super().__init__(page)
        self._page, self._change = page, change
        self.bar = FindBar()
        self.hits: tuple[Hit, ...] = ()
        self.now = 0
        self._query = Query("")
        self._plan: Plan | None = None
        self._order = Order(page.plan, ())
        self._visited = False
        """Whether the hit in front has been gone to."""
        self._marking = Marking(page)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._again)
        self._scrolled = QTimer(self, singleShot=True, interval=0)
        self._scrolled.timeout.connect(self._mark)
        self.bar.asked.connect(self._ask)
        self.bar.stepped.connect(self.step)
        self.bar.replacing.connect(self._replace)
        self.bar.left.connect(self.close)
        page.surface.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled.start())
        page.told.connect(self._told)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus' commands do here."""
        replacing = {} if is_locked(self._page.plan) else {"replace": lambda: self.open(other=True)}
        return {
            **replacing,
            "find": lambda: self.open(other=False),
            "find_next": lambda: self._go_on(1),
            "find_previous": lambda: self._go_on(-1),
        }

    def open(self, *, other: bool) -> None:
        """Show the bar, with its line for other words when they are to be replaced; selected words are looked for."""
        self._page.commit()
        self.bar.open("" if self.bar.isVisible() else self._page.selected(), other=other)

    def _go_on(self, step: int) -> None:
        """Go on with what was looked for last; ask for it when there is nothing."""
        if not self._query.words:
            self.open(other=False)
            return
        if self.bar.isHidden():
            self.bar.show()
            self._ask()
        self.step(step)

    def take_over(self, query: Query, hit: Hit) -> None:
        """Go to a hit that was found elsewhere, and know all of them from now on."""
        self.bar.show_query(query)
        self.bar.show()
        self._ask()
        if hit in self.hits:
            self.now = self.hits.index(hit)
            self._visited = True
            self._tell()
        self.go_to(hit)
        (self._page.grid() or self._page.surface).setFocus()

    def close(self) -> None:
        """Put the bar away and give the keyboard back to where the hit is."""
        self.bar.hide()
        self.hits = ()
        self._mark()
        (self._page.grid() or self._page.surface).setFocus()

    # Looking

    def _ask(self) -> None:
        """Look for what the bar says; neither the cursor nor the tab in front moves."""
        self._query = self.bar.query()
        self._look()
        self.now = self._from(self._here())
        self._visited = False
        self._tell()
        if self._hit is not None and not self._hit.place.table and self._page.grid() is None:
            cursor = cursor_of(self._page.surface, self._hit)
            if cursor is not None:
                reveal(self._page.surface, cursor)

    def _look(self) -> None:
        if self._plan is not self._page.plan:
            self._plan = self._page.plan
            self._order = Order(self._plan, self._page.surface.paragraphs)
        self.hits = find(self._plan, self._query)

    def _from(self, rank: Rank) -> int:
        """Return the first hit from there on, the first of all behind the last one."""
        now = bisect_left(self.hits, rank, key=self._rank)
        return now if now < len(self.hits) else 0

    def _told(self) -> None:
        if is_locked(self._page.plan):
            self.bar.only_find()
        if self.bar.isVisible() and self._plan is not self._page.plan:
            self._later.start()
        self._scrolled.start()

    def _again(self) -> None:
        """Look again after the plan has changed; the hit in front stays, when it is one still."""
        if self.bar.isHidden() or self._plan is self._page.plan:
            return
        before = self._hit
        self._look()
        self.now = self.hits.index(before) if before in self.hits else min(self.now, max(len(self.hits) - 1, 0))
        self._tell()

    @property
    def _hit(self) -> Hit | None:
        return self.hits[self.now] if self.now < len(self.hits) else None

    def _rank(self, hit: Hit) -> Rank:
        return self._order.rank(hit.place, hit.start)

    def _here(self) -> Rank:
        """Return where the cursor is."""
        grid = self._page.grid()
        if grid is None:
            cursor = self._page.surface.textCursor()
            return cursor.blockNumber(), -1, -1, cursor.selectionStart() - cursor.block().position()
        table, index = grid.cells.table, grid.currentIndex()
        if not index.isValid():
            return self._order.rank(HitPlace("", table=table.id), 0)
        place = HitPlace(grid.here(), "cell", table.id, table.columns[index.column()].id)
        return self._order.rank(place, 0)

    def _tell(self) -> None:
        looser = self._query.accents and not self.hits
        others = len(find(self._page.plan, replace(self._query, accents=False))) if looser else 0
        self.bar.show_count(self.now + 1, len(self.hits), sum(hit.exact for hit in self.hits), others)
        self._mark()

    def _mark(self) -> None:
        """Show the hits with another ground, where they are in sight."""
        self._marking.show(self._query if self.bar.isVisible() else Query(""), self._hit)

    # Going about

    def step(self, step: int) -> None:
        """Go to the hit in front, or when it has been gone to, to the next one or the one before."""
        if self._query != self.bar.query() or self._plan is not self._page.plan:
            self._ask()
        if not self.hits:
            return
        if self._visited or step < 0:
            self.now = (self.now + step) % len(self.hits)
        self._visited = True
        self.go_to(self.hits[self.now])
        self._tell()

    def go_to(self, hit: Hit) -> None:
        """Bring a hit into sight, the cursor at it; the keyboard stays where it is."""
        page = self._page
        page.commit()
        if not hit.place.table:
            page.tabs.setCurrentWidget(page.surface)
            select(page.surface, hit)
            return
        page.go_to(hit.place.table)
        grid = page.grid()
        if grid is not None:
            grid.go_to(hit.place.owner)
            columns = [column.id for column in grid.cells.table.columns]
            row = max(grid.currentIndex().row(), 0)
            grid.setCurrentIndex(grid.cells.index(row, columns.index(hit.place.column)))
            page.preview.go_to(hit.place.owner)

    # Replacing

    def _replace(self, every: bool) -> None:
        if self._query != self.bar.query() or self._plan is not self._page.plan:
            self._ask()
        if every:
            self._replace_all()
        elif self._hit is not None and self._visited:
            self._replace_one(self._hit)
        else:
            self.step(1)

    def _replace_one(self, hit: Hit) -> None:
        """Replace the hit in front and go on to the next one."""
        new, capitals = self.bar.replacement(), self.bar.capitals.isChecked()
        if hit.fixed:
            self.step(1)
            return
        after = replaced(self._page.plan, [hit], new, keep_capitals=capitals)
        self._change(f"Thay “{short(hit.found, 30)}” bằng “{short(new, 30)}”", after)
        if after is not self._page.plan:
            return
        self._look()
        self.now = self._from(self._order.rank(hit.place, hit.start + len(in_shape_of(hit.found, new))))
        self._visited = False
        self.step(1)
        self._tell()

    def _replace_all(self) -> None:
        """Replace every hit in one change that one Hoàn tác takes back."""
        wanted = replaceable(self.hits)
        if not wanted:
            return
        new, capitals = self.bar.replacement(), self.bar.capitals.isChecked()
        label = f"Thay {number(len(wanted))} chỗ “{short(self._query.words, 30)}” bằng “{short(new, 30)}”"
        after = replaced(self._page.plan, wanted, new, keep_capitals=capitals)
        self._change(label, after)
        if self._page.plan is after:
            left = len(self.hits) - len(wanted)
            self._ask()
            also = "Ngày ban hành không thay được ở đây." if left else ""
            self._page.done.emit(f"Đã thay {label.removeprefix('Thay ')}. {also}".strip())
