"""The page Thông tin cơ quan: what the office says of itself, and the units of its register, in one go."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pairs, pairs_of
from tthc_desktop.models.editing.units import adding
from tthc_desktop.models.particulars import Particulars, particulars_of, with_particulars
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.listed import listed_units
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import TypingPause, end_composing
from tthc_desktop.ui.controls import button, column, foot, label, row
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.particulars.form import ParticularsForm
from tthc_desktop.ui.particulars.sketch import Sketch
from tthc_desktop.ui.plan.names import number

Apply = Callable[[Change], bool]
_WIDEST = 1160
_ABOUT = (
    "Ghi một lần, kế hoạch lập mới được điền sẵn. Chưa rõ chỗ nào cứ để trống; "
    "lúc nào cũng sửa được ở Công cụ › Thông tin cơ quan."
)
_HINT = "Mỗi dòng một đơn vị; dán từ Word, Excel cũng được:\nVăn phòng Sở\nPhòng Tổ chức cán bộ\n…"


class ParticularsPage(Page):
    """Takes all that was typed as one change; `first` is the page of a new office, which may be put off."""

    drawing = "header"

    def __init__(
        self, office: Office, apply: Apply, year: int, *, try_sample: Callable[[], object], first: bool = False
    ) -> None:
        super().__init__()
        self._office, self._apply, self._year, self._first = office, apply, year, first
        self.form, self.sketch = ParticularsForm(), Sketch()
        self.units = QPlainTextEdit()
        self.sentence = label()
        self._known = label(quiet=True)
        self.later = button("Để sau", self.finished.emit)
        self.sample = button("Xem thử cơ quan mẫu", try_sample, link=True)
        self.take = button("Ghi", self.write, main=True)
        self._pause = TypingPause(self, self._tell)
        self._build()
        self.form.show_particulars(self._kept)
        self.form.changed.connect(self._pause.start)
        self.units.textChanged.connect(self._pause.start)
        self._tell()

    def _build(self) -> None:
        self.units.setPlaceholderText(_HINT)
        self.units.setAccessibleName("Các đơn vị, mỗi dòng một đơn vị")
        self.units.setTabChangesFocus(True)
        self.units.setProperty("field", True)
        self._known.setWordWrap(True)
        about = label(_ABOUT, quiet=True)
        about.setWordWrap(True)
        own, listed = QWidget(), QWidget()
        own.setLayout(column(self.form, self.sketch, None, gap=look.ROOM))
        title = label("Các đơn vị được giao việc", bold=True)
        title.setBuddy(self.units)
        listed.setLayout(column(title, self.units, self._known, gap=look.SPACE))
        halves = row(own, listed, gap=look.BROAD)
        halves.setStretch(0, 3)
        halves.setStretch(1, 2)
        heading = "Bắt đầu: cơ quan của bạn" if self._first else "Thông tin cơ quan"
        inner = QWidget()
        lines = column(label(heading, bold=True, larger=5), about, gap=look.SPACE)
        lines.addSpacing(look.SPACE)
        lines.addLayout(halves, 1)
        inner.setLayout(lines)
        inner.setMaximumWidth(_WIDEST)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(_centred(inner))
        area.setAccessibleName(heading)
        whole = column(area, foot(self.sentence, self.sample, self.later, self.take), gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.later.setVisible(self._first)

    # What the frame asks

    def title(self) -> str:
        return "Bắt đầu" if self._first else "Thông tin cơ quan"

    def chapter(self) -> str:
        return "bat-dau#lan-mo-dau-tien"

    def panes_in_order(self) -> list[QWidget]:
        return [*self.form.panes(), self.units, self.take]

    def leave(self) -> None:
        self._pause.stop()

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Show what the office says of itself now; what is only typed here goes when it was said elsewhere."""
        if pairs_of(Particulars, pairs):
            self.form.show_particulars(self._kept)
        if pairs_of(Particulars, pairs) or pairs_of(Unit, pairs):
            self._tell()

    # Writing

    @property
    def _kept(self) -> Particulars:
        return particulars_of(self._office.holdings)

    def _change(self) -> tuple[Pairs, tuple[Unit, ...]]:
        """Return what would be written, and the units among it."""
        new = listed_units(self.units.toPlainText(), self._office.units.values())
        return (*with_particulars(self._office.holdings, self.form.particulars()), *((None, one) for one in new)), new

    def _tell(self) -> None:
        """Say what the button would write, and show the head as it would be."""
        self._pause.stop()
        pairs, new = self._change()
        self.sketch.show_particulars(self.form.particulars(), self._year)
        said = ("thông tin cơ quan" if len(pairs) > len(new) else "", f"{number(len(new))} đơn vị mới" if new else "")
        parts = [part for part in said if part]
        self.sentence.setText(f"Sẽ ghi {' và '.join(parts)}; hoàn tác được." if parts else "Chưa có gì mới để ghi.")
        self.take.setEnabled(bool(parts))
        known = len(self._office.units)
        there = f"Danh sách đã có {number(known)} đơn vị; tên đã có được bỏ qua."
        self._known.setText(there if known else "Danh sách chưa có đơn vị nào.")
        self.told.emit()

    def write(self) -> None:
        """Write all as one change, and close the page."""
        end_composing()
        pairs, new = self._change()
        try:
            adding(self._office.units, new)
        except UserError as error:
            self.troubled.emit(error)
            return
        more = f" và {number(len(new))} đơn vị" if new else ""
        what = f"Ghi thông tin cơ quan{more}" if len(pairs) > len(new) else f"Thêm {number(len(new))} đơn vị"
        if pairs and self._apply(Change(what, pairs)):
            self.done.emit(f"Đã {what[0].lower()}{what[1:]}.")
            self.finished.emit()


def _centred(inner: QWidget) -> QWidget:
    outer = QWidget()
    line = QHBoxLayout(outer)
    line.setContentsMargins(look.BROAD, look.WIDE, look.BROAD, look.ROOM)
    line.addStretch(1)
    line.addWidget(inner, 100)
    line.addStretch(1)
    return outer
