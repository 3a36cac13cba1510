"""The preview beside the text: the pages in sight a moment after each change, the file that is printed after a rest."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.controls import column, label, row, tool
from tthc_desktop.ui.plan.page_stack import Spot
from tthc_desktop.ui.plan.page_view import PageView
from tthc_desktop.ui.plan.press import Press, Printed

if TYPE_CHECKING:
    from tthc_desktop.documents.writing.pdf import Layout, Rendered

_PATIENCE = 600
"""How many milliseconds making the pages may take before it is told."""


def rendered(plan: Plan) -> "Rendered":
    """Return the printed plan; the layout engine is imported here, in the worker, the first time it is needed."""
    from tthc_desktop.documents.writing import pdf  # noqa: PLC0415

    return pdf.rendered(plan)


class Preview(QWidget):
    """Pages with their number and scale, and a line when the plan cannot be printed."""

    pointed = Signal(str)
    """The owner of what was clicked on paper."""
    moved = Signal()
    failed = Signal(object)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PageView()
        self._press = Press(background, self)
        self.printed: Layout | None = None
        """Where everything stands on the pages in sight."""
        self._marked: Id = ""
        self._sought = False
        self._pointing = False
        self._plan: Plan | None = None
        self.shown: Plan | None = None
        """The plan whose whole file is there."""
        self.data = b""
        """That file."""
        self._failed: Plan | None = None
        self._where = label(quiet=True)
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._late.timeout.connect(self._tell_place)
        self._trouble = label()
        self._trouble.setWordWrap(True)
        self._trouble.setContentsMargins(look.ROOM, look.SPACE, look.ROOM, look.SPACE)
        self._trouble.hide()
        strip = QWidget()
        strip.setObjectName("strip")
        zooms = [
            tool("Thu nhỏ bản in (Ctrl+-)", lambda: self.pages.zoom(-1), "zoom-out"),
            tool("Phóng to bản in (Ctrl++)", lambda: self.pages.zoom(1), "zoom-in"),
            tool("Vừa chiều rộng (Ctrl+0)", lambda: self.pages.zoom(0), "fit"),
        ]
        line = row(label("Xem trước", bold=True), self._where, None, *zooms, gap=look.SPACE)
        line.setContentsMargins(look.ROOM, look.GAP, look.SPACE, look.GAP)
        strip.setLayout(line)
        self.setLayout(column(strip, self._trouble, self.pages, gap=0))
        self.pages.moved.connect(self._tell_place)
        self.pages.pointed.connect(self._point)
        self.pages.lacking.connect(self._press.print_pages)
        self._press.came.connect(self._show)
        self._press.failed.connect(self._fail)

    def show_plan(self, plan: Plan) -> None:
        """Print the plan anew in a worker."""
        if plan is self._plan:
            return
        self._plan = plan
        self._late.start()
        self._press.print_plan(plan, self.pages.in_sight())

    @property
    def seen(self) -> Plan | None:
        """The plan that the pages in sight show."""
        return self.printed.plan if self.printed and self.pages.is_up_to_date() else None

    def _show(self, found: Printed) -> None:
        before, self.printed = self.printed, found.layout
        if found.layout is not before:
            self.pages.show_sizes(found.layout.sizes, self._held(before, found.layout))
            self.pages.mark(_spot(found.layout, self._marked))
        self.pages.show_pages(found.data, found.numbers, anew=found.layout is not before)
        if found.is_whole:
            self.shown, self.data = found.layout.plan, found.data
        if found.layout.plan is self._plan:
            self._late.stop()
            self._trouble.hide()
        if self._sought:
            self.go_to(self._marked)
        if found.layout is not before:
            self._tell_place()

    def _held(self, before: "Layout | None", after: "Layout") -> tuple[Spot, Spot] | None:
        """Return where the marked part stood and stands, when the user has it in sight."""
        old, new = _spot(before, self._marked), _spot(after, self._marked)
        return (old, new) if old and new and self.pages.is_in_sight(old) else None

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.failed.emit(error)
            return
        self._late.stop()
        self._failed = self._plan
        self._trouble.setText(f"Chưa in được bản mới nhất. {error.what} {error.advice}")
        self._trouble.show()

    def go_to(self, owner: Id) -> bool:
        """Bring what belongs to an owner into sight and mark it; later, when it is not printed yet."""
        spot = _spot(self.printed, owner)
        self._marked, self._sought = owner, spot is None
        if spot and self._pointing:
            self.pages.mark(spot)
        elif spot:
            self.pages.go_to(spot)
        return spot is not None

    def page_of(self, owner: Id) -> int:
        """Return the page, counted from 1, on which a part of the plan begins; 0 when that is not known."""
        spot = _spot(self.printed, owner)
        return spot.page + 1 if spot else 0

    def _point(self, spot: Spot) -> None:
        from tthc_desktop.documents.writing.pdf import owner_at  # noqa: PLC0415 - the worker has loaded it

        if self.printed and (owner := owner_at(self.printed, spot.page, spot.left, spot.top)):
            self._pointing = True
            self.pointed.emit(owner)
            self._pointing = False

    def place_words(self) -> str:
        """Return `trang 3/12`."""
        return f"trang {self.pages.page() + 1}/{self.pages.pages}" if self.pages.pages else ""

    def _tell_place(self) -> None:
        known = self.place_words()
        due = self._plan is not self._failed and (self.printed is None or self.printed.plan is not self._plan)
        late = due and not self._late.isActive()
        self._where.setText(f"{known} · đang dựng…" if known and late else known or "đang dựng bản in…")
        self.moved.emit()


def _spot(layout: "Layout | None", owner: Id) -> Spot | None:
    """Return where a part of the plan begins on paper."""
    place = layout.places.get(owner) if layout else None
    return Spot(*place) if place else None
