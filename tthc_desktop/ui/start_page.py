"""Trang đầu: what can be done first, and the plans of the office."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import Sign, button, column, label, row
from tthc_desktop.ui.pages import Page

if TYPE_CHECKING:
    from tthc_desktop.ui.plans_list import Listed, PlansView

CARD, WIDEST = 132, 1060
CARDS = (
    ("new", "Lập kế hoạch mới", "Theo mẫu có sẵn, hoặc từ trang trống"),
    ("roll_forward", "Lập từ năm trước", "Đổi năm, ngày; mang nhiệm vụ sang năm mới"),
    ("import", "Nhập văn bản cũ", "Word, PDF, Excel hay cả thư mục thả vào đây"),
    ("receive", "Nhận bảng đơn vị gửi lại", "Chọn tệp, hoặc thả tệp vào cửa sổ này"),
)
DRAWINGS = {"roll_forward": "roll"}
COMMANDS = (
    *("new", "roll_forward", "import", "receive", "new_from_copy", "versions", "print", "overview", "guide"),
    *("particulars", "sample_office"),
)
"""The window's commands that this page offers."""
_EMPTY = "Chưa có kế hoạch nào: nhập một văn bản cũ hoặc lập kế hoạch mới để bắt đầu."


class StartPage(Page):
    """The first screen."""

    drawing = "home"
    picked = Signal(str)
    """A plan was chosen from the list."""
    unwanted = Signal()
    """The chosen plan is to be removed."""

    def __init__(self, actions: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setLayout(column(area, gap=0))
        self._actions = actions
        self.view: PlansView | None = None
        self._due: Callable[[], tuple[Listed, ...]] | None = None
        self.empty = label("Đang mở dữ liệu của cơ quan…", quiet=True)
        self.first_steps = FirstSteps(actions)
        self._head = label("Kế hoạch của cơ quan", bold=True, larger=2)
        self.due = DueToday(actions["overview"])
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        self._lines: QVBoxLayout = column(
            _titled(button("Hướng dẫn sử dụng (F1)", actions["guide"], link=True, drawing="guide")),
            label("Lập, in và theo dõi kế hoạch hằng năm của cơ quan, ngay trên máy này.", quiet=True),
            self.due,
            Cards(actions),
            self._head,
            self.empty,
            self.first_steps,
            None,
            gap=look.ROOM,
        )
        inner.setLayout(self._lines)
        outer = QWidget()
        outer.setLayout(_centred(inner))
        area.setWidget(outer)

    def title(self) -> str:
        return "Trang đầu"

    def chapter(self) -> str:
        return "bat-dau"

    def panes_in_order(self) -> list[QWidget]:
        shown = [self.view] if self.view is not None and self.view.isVisible() else []
        due = [self.due.open] if self.due.isVisible() else []
        return [*due, *self.findChildren(Card)[:1], *shown]

    def chosen_plan(self) -> str:
        return self.view.chosen() if self.view is not None and self.view.isVisible() else ""

    def chosen_plans(self) -> tuple[str, ...]:
        return self.view.chosen_ones() if self.view is not None and self.view.isVisible() else ()

    def say_closed(self) -> None:
        """Say that there is no office to work with; the message above tells why."""
        self.empty.setText("Chưa mở được dữ liệu của cơ quan; cách xử lý ghi ở thông báo phía trên.")
        self._allow_cards(allowed=False)
        self.first_steps.hide()

    def _allow_cards(self, *, allowed: bool) -> None:
        for card in self.findChildren(Card):
            card.setEnabled(allowed)

    def renew(self, listed: "Callable[[], tuple[Listed, ...]]") -> None:
        """Show newer plans, once the page is in front."""
        self._due = listed
        self._allow_cards(allowed=True)
        if self.isVisible():
            self._show_due()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while another page was in front."""
        super().showEvent(event)
        self._show_due()

    def _show_due(self) -> None:
        if self._due is not None:
            due, self._due = self._due, None
            self.show_plans(due())

    def show_plans(self, listed: "tuple[Listed, ...]") -> None:
        """Show the plans, or one sentence when there is none."""
        if self.view is None:
            self.view = self._make_view()
        self.view.plans.show_plans(listed)
        self.view.setVisible(bool(listed))
        self.empty.setVisible(not listed)
        self.first_steps.setVisible(not listed)
        self.empty.setText(_EMPTY)
        own = sum(not plan.level for plan in listed)
        self._head.setText(f"Kế hoạch của cơ quan ({own})" if listed else "Kế hoạch của cơ quan")

    def _make_view(self) -> "PlansView":
        from tthc_desktop.ui.plans_list import TALL, PlansView  # noqa: PLC0415 - not needed before the first paint

        view = PlansView()
        view.picked.connect(self.picked)
        view.unwanted.connect(self.unwanted)
        view.asked.connect(lambda name: self._actions[name]())
        view.selectionModel().currentChanged.connect(self.told)
        view.selectionModel().selectionChanged.connect(self.told)
        view.setMinimumHeight(3 * TALL)
        self._lines.insertWidget(self._lines.count() - 1, view, 100)
        return view


def _titled(aside: QPushButton) -> QWidget:
    """Return the title of the page with the way to the guide at its right."""
    made = QWidget()
    made.setLayout(row(label("Kế hoạch kiểm soát thủ tục hành chính", bold=True, larger=8), None, aside))
    return made


def _centred(inner: QWidget) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(look.BROAD, look.BROAD + look.SPACE, look.BROAD, look.BROAD)
    for place, stretch in ((0, 1), (1, 100), (2, 1)):
        grid.setColumnStretch(place, stretch)
    grid.addWidget(inner, 0, 1)
    return grid


class DueToday(QWidget):
    """What is pressing, in one line with the way to it; hidden while there is nothing to say."""

    def __init__(self, open_: Callable[[], object]) -> None:
        super().__init__()
        self.sentence = label()
        self.open = button("Xem tổng quan", open_, link=True)
        self.sign = Sign("calendar", 20)
        self.setLayout(row(self.sign, self.sentence, self.open, None))
        self.hide()

    def say(self, words: str) -> None:
        """Say what is pressing; no words hide the line."""
        self.sentence.setText(words)
        self.setVisible(bool(words))


class FirstSteps(QWidget):
    """What else can be done in an office without plans; hidden until it is known that there are none."""

    def __init__(self, actions: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        own = button("Ghi thông tin cơ quan", actions["particulars"], link=True)
        sample = button("Xem thử cơ quan mẫu", actions["sample_office"], link=True)
        self.setLayout(row(own, sample, None, gap=look.WIDE))
        self.hide()


class Cards(QWidget):
    """The large actions: side by side, or two and two where the window is narrow."""

    def __init__(self, actions: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, look.ROOM, 0, look.WIDE)
        self._grid.setSpacing(look.ROOM)
        self._cards = [Card(DRAWINGS.get(name, name), title, detail, actions[name]) for name, title, detail in CARDS]
        widest = max(card.narrowest for card in self._cards)
        for card in self._cards:
            card.setMinimumWidth(widest)
        self.setMinimumWidth(2 * widest + look.ROOM)  # else four in a row would never let the window grow narrow
        self._across = 0
        self._place(2)

    def _place(self, across: int) -> None:
        if across != self._across:
            self._across = across
            for place, card in enumerate(self._cards):
                self._grid.addWidget(card, place // across, place % across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards side by side as there is room for."""
        super().resizeEvent(event)
        needed = len(self._cards) * (self._cards[0].minimumWidth() + look.ROOM) - look.ROOM
        self._place(len(self._cards) if self.width() >= needed else 2)


class Card(QPushButton):
    """A large action: icon, verb and what it does."""

    def __init__(self, drawing: str, title: str, detail: str, slot: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setFixedHeight(CARD)
        self.about = label(detail, quiet=True)
        self.about.setWordWrap(True)
        name = label(title, bold=True, larger=1)
        self.narrowest = name.sizeHint().width() + 2 * look.WIDE + look.GAP
        """What the title needs on one line."""
        lines = column(Sign(drawing, 28), name, self.about, None, gap=look.SPACE)
        lines.setContentsMargins(look.WIDE, look.WIDE, look.WIDE, look.ROOM)
        self.setLayout(lines)
        self.clicked.connect(lambda _=False: slot())
