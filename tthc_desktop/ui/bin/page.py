"""The page Thùng rác: what was deleted and is not there any more, searched, looked at, brought back."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHeaderView, QPlainTextEdit, QSplitter, QStackedWidget, QWidget

from tthc_desktop.models.bin.places import places
from tthc_desktop.models.bin.returning import Returned, moments, returned
from tthc_desktop.models.bin.searching import sifted
from tthc_desktop.models.bin.values import NAMES, Deleted, What
from tthc_desktop.models.changes import Change, Pairs
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import clean
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.bin.table import BinTable
from tthc_desktop.ui.controls import button, column, foot, label, row
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import number, short
from tthc_desktop.ui.register_view import RegisterView
from tthc_desktop.ui.searching.field import SearchField

Apply = Callable[[Change], bool]
_LINES = 400
"""How many lines of a deleted thing are shown."""
_EMPTY = (
    "Thùng rác không có gì. Những gì bị xóa – kế hoạch, mục, bảng, hàng, cột, đơn vị, văn bản … – "
    "đều ở đây cho đến khi được đưa trở lại; chương trình không tự xóa hẳn thứ gì."
)
_NOT_FOUND = "Không có gì như vậy trong thùng rác."
_HINT = "Chọn những gì cần lấy lại. Mỗi thứ về đúng chỗ cũ, hoặc chỗ gần nhất còn lại; hoàn tác được."


class _Found(NamedTuple):
    """What is in the bin, where each stood, and which of it is asked for."""

    all: tuple[Deleted, ...]
    places: Mapping[Id, str]
    shown: tuple[Deleted, ...]


class BinPage(Page):
    """Lists what was deleted; what is brought back is one change of the office."""

    drawing = "delete"

    def __init__(self, office: Office, apply: Apply, background: Background, memory: QSettings) -> None:
        super().__init__()
        self._office, self._apply, self._background, self._memory = office, apply, background, memory
        self.search = SearchField("Tìm trong thùng rác", "Tìm theo nội dung, nơi chứa, thao tác; không cần gõ dấu")
        self.kinds = QComboBox()
        self.table = BinTable(self)
        self.view: RegisterView[Deleted] = RegisterView(self.table, "Những gì đã xóa")
        self.inside = QPlainTextEdit()
        self.back = button("Đưa trở lại", self.bring_back, main=True)
        self.sentence = label(_HINT)
        self._count = label(quiet=True)
        self._none = label("Đang tìm trong nhật ký…")
        self._stack = QStackedWidget()
        self._known: tuple[Deleted, ...] | None = None
        self._is_old = False
        self._finds: Latest[_Found] = Latest(self, background, self._show, self.troubled.emit)
        self._build()
        self._connect()
        self.look(anew=True)

    def _build(self) -> None:
        self.search.setMinimumSize(280, look.CONTROL)
        self.search.setClearButtonEnabled(True)
        self.kinds.setAccessibleName("Loại")
        self.kinds.setMinimumHeight(look.CONTROL)
        self.kinds.setMinimumWidth(176)
        self.kinds.addItem("Mọi loại", "")
        strip = QWidget()
        strip.setObjectName("strip")
        head = row(self.search, self.kinds, self._count, gap=look.ROOM)
        head.setStretch(0, 1)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        strip.setLayout(head)
        self.view.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.inside.setReadOnly(True)
        self.inside.setFrameShape(QFrame.Shape.NoFrame)
        self.inside.document().setDocumentMargin(look.ROOM)
        self.inside.setAccessibleName("Nội dung đã xóa")
        self.inside.setTabChangesFocus(True)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.view)
        halves.addWidget(self.inside)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 1)
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty = QWidget()
        empty.setLayout(column(None, self._none, None, margin=2 * look.BROAD))
        self._stack.addWidget(empty)
        self._stack.addWidget(halves)
        lines = column(strip, self._stack, foot(self.sentence, self.back), gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        kept = self._memory.value("bin/columns")
        if isinstance(kept, QByteArray):
            self.view.horizontalHeader().restoreState(kept)

    def _connect(self) -> None:
        self.search.paused.connect(self.look)
        self.search.textChanged.connect(lambda words: None if words else self.look())
        self.search.entered.connect(lambda _: self.view.setFocus())
        self.search.stepped.connect(lambda _: self.view.setFocus())
        self.kinds.activated.connect(lambda _: self.look())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self.view.doubleClicked.connect(lambda _: self.bring_back())

    # What the frame asks

    def title(self) -> str:
        return "Thùng rác"

    def chapter(self) -> str:
        return "thung-rac"

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self.search.setFocus}

    def panes_in_order(self) -> list[QWidget]:
        return [pane for pane in (self.search, self.view, self.inside) if pane.isVisible()]

    def leave(self) -> None:
        """Keep the widths of the columns."""
        self._memory.setValue("bin/columns", self.view.horizontalHeader().saveState())

    @Slot(object)
    def hear(self, _pairs: Pairs) -> None:
        """Show what is in the bin now, once the page is in front."""
        if self.isVisible():
            self.look(anew=True)
        else:
            self._is_old = True

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while another page was in front."""
        super().showEvent(event)
        if self._is_old:
            self.look(anew=True)

    # Looking

    def look(self, *, anew: bool = False) -> None:
        """Look for what is asked, in the background; `anew` in the file, not in what was found before."""
        self._is_old = False
        known = None if anew else self._known
        if known is None:
            self._known = None
        words, kind = clean(self.search.text()), str(self.kinds.currentData() or "")
        office, plans = self._office, self._office.holdings.plans

        def find() -> _Found:
            every = office.deleted() if known is None else known
            where = places(every, plans)
            return _Found(every, where, sifted(every, words, where, (What(kind),) if kind else ()))

        self._finds.ask(lambda _job: find())

    @property
    def is_found(self) -> bool:
        """Whether what is asked for is shown."""
        return self._known is not None and not self._finds.working

    def _show(self, found: _Found) -> None:
        self._known = found.all
        self._offer_kinds(found.all)
        chosen = [one.id for one in self.view.chosen()]
        self.table.show_deleted(found.shown, found.places)
        self._count.setText(
            f"{number(len(found.shown))}/{number(len(found.all))} mục"
            if len(found.shown) < len(found.all)
            else f"{number(len(found.all))} mục"
        )
        self._none.setText(_NOT_FOUND if found.all else _EMPTY)
        if not found.shown and self.view.hasFocus():
            self.search.setFocus()
        self._stack.setCurrentIndex(1 if found.shown else 0)
        still = next((id_ for id_ in chosen if self.table.row_of(id_) >= 0), "")
        if found.shown:
            self.view.go_to(still or found.shown[0].id)
        self._tell()

    def _offer_kinds(self, deleted: tuple[Deleted, ...]) -> None:
        chosen = self.kinds.currentData()
        there = {one.what for one in deleted}
        self.kinds.clear()
        self.kinds.addItem("Mọi loại", "")
        for what in (what for what in What if what in there or what == chosen):
            self.kinds.addItem(NAMES[what], what.value)
        self.kinds.setCurrentIndex(max(self.kinds.findData(chosen), 0))

    def _tell(self) -> None:
        """Show what is chosen, and say what the button would do."""
        chosen = self.view.chosen() if self._stack.currentIndex() else ()
        self.back.setEnabled(bool(chosen))
        self.inside.setPlainText("\n".join(_lines(chosen[0])) if len(chosen) == 1 else "")
        self.sentence.setText(_said(chosen) if chosen else _HINT)
        self.told.emit()

    # Bringing back

    def bring_back(self) -> None:
        """Bring the chosen things back, worked out in the background."""
        chosen = self.view.chosen()
        if not chosen or not self.back.isEnabled():
            return
        self.back.setEnabled(False)
        office, holdings = self._office, self._office.holdings
        self._background.run(
            lambda _job: returned(chosen, moments(chosen, office.before), holdings), self._take, self._refused
        )

    def _refused(self, error: Exception) -> None:
        self.back.setEnabled(True)
        self.troubled.emit(error)

    def _take(self, made: Returned) -> None:
        if self._apply(made.change):
            self.view.setFocus()
            self.done.emit(" ".join((f"{made.change.label}: xong.", *made.notes)))
        else:
            self.back.setEnabled(True)


def _lines(one: Deleted) -> list[str]:
    """Return the words of a thing line by line."""
    lines = [one.words, *one.inside]
    return lines if len(lines) <= _LINES else [*lines[:_LINES], f"… và {number(len(lines) - _LINES)} dòng nữa"]


def _said(chosen: tuple[Deleted, ...]) -> str:
    if len(chosen) > 1:
        return f"Đưa {number(len(chosen))} mục đang chọn trở lại trong một thao tác."
    (one,) = chosen
    more = f", cùng {number(one.parts)} phần bên trong" if one.parts else ""
    what = NAMES[one.what]
    return f"Đưa {what[0].lower()}{what[1:]} “{short(one.words)}” trở lại{more}." if one.words else _HINT
