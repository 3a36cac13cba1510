"""What the quick search of the window offers: commands, places in the open plan, plans, found words."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from tthc_desktop.models.drawn import FORM_NAMES
from tthc_desktop.models.editing.life import is_version
from tthc_desktop.models.guide.values import headings
from tthc_desktop.models.reporting.words import upper_first
from tthc_desktop.models.searching.finding import Hit, context, find
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.ui import menus
from tthc_desktop.ui.guide.chapters import whole_guide
from tthc_desktop.ui.guide.opening import open_guide
from tthc_desktop.ui.plan.names import short, title
from tthc_desktop.ui.plan.outline_entries import entries, walk
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.searching.choices import Choice, fitting
from tthc_desktop.ui.searching.going import Destination, destinations
from tthc_desktop.ui.searching.palette import Palette

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

COMMANDS, PARTS, PLANS, HITS, HELP = 8, 6, 5, 5, 4
HINT = "Tìm lệnh, mục, kế hoạch, chữ hoặc hướng dẫn; không cần gõ dấu"
GO_HINT = "Đi tới: II.3 · điểm a mục II.1 · phụ lục II hàng 12 · trang 4"


class Quick:
    """The palette of one window with what it offers."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.palette = Palette(window, self.offers)

    def open(self) -> None:
        """Open the palette for everything."""
        self._window.page().commit()
        self.palette.open(self.offers, HINT)

    def go(self) -> None:
        """Open the palette for places in the plan in front."""
        self._window.page().commit()
        self.palette.open(self.places, GO_HINT)

    def offers(self, typed: str) -> list[Choice]:
        """Return everything that fits, kind after kind; the menus' commands while nothing is typed."""
        commands = fitting(self._commands(), typed, COMMANDS if typed.strip() else 99)
        if not typed.strip():
            return commands
        plan_parts = self._destinations(typed) if any(letter.isdigit() for letter in typed) or "." in typed else []
        return [
            *plan_parts,
            *commands,
            *fitting(self._parts(), typed, PARTS),
            *fitting(self._plans(), typed, PLANS),
            *self._hits(typed),
            *fitting(self._help(), typed, HELP),
        ]

    def places(self, typed: str) -> list[Choice]:
        """Return the places that the words may mean, then the lines of the outline that hold them."""
        return [*self._destinations(typed), *fitting(self._parts(), typed, 40)]

    def _page(self) -> PlanPage | None:
        page = self._window.page()
        return page if isinstance(page, PlanPage) else None

    def _commands(self) -> Iterator[Choice]:
        for heading, group in menus.MENUS:
            for command in group:
                action = self._window.commands.get(command.name)
                if action is not None and action.isEnabled() and command.name != "quick":
                    key = f" · {command.keys[0]}" if command.keys else ""
                    remark = f"{heading.replace('&', '')}{key}"
                    drawing = command.drawing or "command"
                    yield Choice(_spoken(command, heading), action.trigger, remark, drawing)

    def _destinations(self, typed: str) -> list[Choice]:
        page = self._page()
        if page is None:
            return []
        grid = page.grid()
        in_front = grid.cells.table.id if grid else ""
        found = destinations(page.plan, typed, in_front, page.preview.pages.pages)
        return [Choice(place.name, _going(page, place), "Đi tới", "go-to") for place in found]

    def _parts(self) -> Iterator[Choice]:
        page = self._page()
        if page is not None:
            for entry in walk(entries(page.plan)):
                whole = f"{entry.text}: {entry.whole}" if entry.whole and entry.owner in page.appendices() else ""
                words = short(whole or entry.whole or entry.text, 110)
                yield Choice(words, _calling(page.go_to, entry.owner), "Dàn bài", "outline")

    def _plans(self) -> Iterator[Choice]:
        office = self._window.desk.office
        plans = office.plans if office else {}
        for plan in reversed([plan for plan in plans.values() if not is_version(plan, plans)]):
            named = upper_first(FORM_NAMES[plan.drawn.form]) if plan.drawn else "Kế hoạch"
            yield Choice(title(plan), _calling(self._window.desk.open_plan, plan.id), named, "plan")

    def _help(self) -> Iterator[Choice]:
        """Yield the chapters of the guide and their parts."""
        for chapter in whole_guide().chapters:
            parts = {"": "", **headings(chapter)}
            for name, words in parts.items():
                goal = f"{chapter.name}#{name}" if name else chapter.name
                act = _calling(partial(open_guide, self._window), goal)
                yield Choice(f"{chapter.title}: {words}" if words else chapter.title, act, "Hướng dẫn", "guide")

    def _hits(self, typed: str) -> list[Choice]:
        """Return the first places in the text that hold the words, exact ones before others."""
        page = self._page()
        if page is None or len(typed.strip()) < 2:
            return []
        hits = sorted(find(page.plan, Query(typed.strip())), key=lambda hit: not hit.exact)
        first = {hit.place: hit for hit in reversed(hits)}
        chosen = sorted(first.values(), key=hits.index)[:HITS]
        return [Choice(_line(hit), _showing(page, hit), "Trong kế hoạch", "find") for hit in chosen]


def _spoken(command: menus.Command, heading: str) -> str:
    """Return a command's words as they are understood outside its menu: `Chèn phụ lục`, not `Phụ lục`."""
    words = command.text.replace("&", "").rstrip("…")
    return f"Chèn {words[0].lower()}{words[1:]}" if heading == "&Chèn" else words


def _line(hit: Hit) -> str:
    return "".join(context(hit, 36, 90))


def _calling(act: Callable[[str], object], owner: str) -> Callable[[], object]:
    return lambda: act(owner)


def _showing(page: PlanPage, hit: Hit) -> Callable[[], object]:
    def show() -> None:
        page.finder.go_to(hit)
        (page.grid() or page.surface).setFocus()

    return show


def _going(page: PlanPage, place: Destination) -> Callable[[], object]:
    def go() -> None:
        if place.page < 0:
            page.go_to(place.owner)
            (page.grid() or page.surface).setFocus()
        else:
            page.show_print(place.page)

    return go
