"""The preview beside the text: the very bytes that are printed, made in a worker from the frozen plan."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.controls import column, label, row, tool
from tthc_desktop.ui.plan.page_view import PageView, Spot

if TYPE_CHECKING:
    from tthc_desktop.documents.writing.pdf import Rendered

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
        self._renders: Latest[tuple[Plan, Rendered]] = Latest(background, self._show, self._fail)
        self._places: dict[Id, Spot] = {}
        self._wanted: Id = ""
        self._plan: Plan | None = None
        self.shown: Plan | None = None
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

    def show_plan(self, plan: Plan) -> None:
        """Print the plan anew in a worker."""
        if plan is self._plan:
            return
        self._plan = plan
        self._late.start()
        self._renders.ask(lambda _job: (plan, rendered(plan)))

    def _show(self, result: "tuple[Plan, Rendered]") -> None:
        plan, printed = result
        self.shown = plan
        self._late.stop()
        self._trouble.hide()
        self._places = {owner: Spot(*place) for owner, place in printed.places.items()}
        self.pages.show_pdf(printed.data)
        if self._wanted:
            self.go_to(self._wanted)
        self._tell_place()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.failed.emit(error)
            return
        self._late.stop()
        self._failed = self._plan
        self._trouble.setText(f"Chưa in được bản mới nhất. {error.what} {error.advice}")
        self._trouble.show()

    def go_to(self, owner: Id) -> bool:
        """Bring what belongs to an owner into sight; later, when it is not printed yet."""
        spot = self._places.get(owner)
        self._wanted = "" if spot else owner
        if spot:
            self.pages.go_to(spot)
        return spot is not None

    def _point(self, spot: Spot) -> None:
        above = [(place, owner) for owner, place in self._places.items() if place <= spot]
        if above:
            self.pointed.emit(max(above)[1])

    def place_words(self) -> str:
        """Return `trang 3/12`."""
        return f"trang {self.pages.page() + 1}/{self.pages.pages}" if self.pages.pages else ""

    def _tell_place(self) -> None:
        known = self.place_words()
        due = self._plan is not self.shown and self._plan is not self._failed
        late = due and not self._late.isActive()
        self._where.setText(f"{known} · đang dựng…" if known and late else known or "đang dựng bản in…")
        self.moved.emit()
