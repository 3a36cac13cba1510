"""The page that sends each unit its sheet of a plan: who gets one, until when, where to; nothing is written before."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.changes import Pairs, name_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.rules import rules_of
from tthc_desktop.models.sending.mailing import Mailing, mailing
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.periods import choices, usual
from tthc_desktop.ui.plan.names import number, short, short_title, title
from tthc_desktop.ui.rows import RowDelegate
from tthc_desktop.ui.sending.foot import SendingFoot
from tthc_desktop.ui.sending.outbox import Post
from tthc_desktop.ui.sending.table import AddresseesTable
from tthc_desktop.ui.sending.view import AddresseesView

_LINES_IN_SIGHT = 4
_LOOKING = "Đang tìm các đơn vị có việc trong kế hoạch…"
_NOBODY = (
    "Kế hoạch này chưa giao việc cho đơn vị nào. "
    "Hãy ghi đơn vị chủ trì, phối hợp của từng nhiệm vụ, rồi mỗi đơn vị sẽ có một bảng ở đây."
)


class SendPage(Page):
    """Shows who gets a sheet of one plan."""

    drawing = "send"
    sent = Signal(object)
    """A post that is to go out."""
    wanted = Signal(str)
    """Work that should be brought into sight."""

    def __init__(self, office: Office, plan_id: Id, background: Background, memory: QSettings, today: date) -> None:
        super().__init__()
        self._office, self._today = office, today
        self.about = plan_id
        """The plan; the page is none of the plan's own, whose commands it does not have."""
        self.mailing = Mailing(office.plans[plan_id])
        self._work: Latest[Mailing] = Latest(self, background, self._show, self.troubled.emit)
        self.table = AddresseesTable(self)
        self.view = AddresseesView(self.table)
        self.foot = SendingFoot(memory, today, self._send, self.finished.emit)
        period = plan_period(office.plans[plan_id])
        self.foot.offer_periods(choices(period), usual(period, today, rules_of(office.holdings).review))
        self.unowned = QListView()
        self._left = QWidget()
        self._left_words = label(bold=True)
        self._none = label(_LOOKING)
        self._stack = QStackedWidget()
        self._is_sending = self._is_looking = False
        self._build()
        self.table.dataChanged.connect(self._count)
        self.foot.changed.connect(self._count)
        self.unowned.clicked.connect(self._go)
        self.unowned.activated.connect(self._go)
        self._ask()

    def _build(self) -> None:
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty, strip = QWidget(), QWidget()
        empty.setLayout(column(None, self._none, None, margin=2 * look.BROAD))
        self._stack.addWidget(empty)
        self._stack.addWidget(self.view)
        strip.setObjectName("strip")
        heading = label(f"Gửi bảng: {short(title(self.mailing.plan), 80)}", bold=True, larger=1)
        heading.setMinimumWidth(120)
        every = button("Chọn tất cả", lambda: self.table.set_taken(self.table.addressees, taken=True), link=True)
        none = button("Bỏ chọn tất cả", lambda: self.table.set_taken(self.table.addressees, taken=False), link=True)
        head = row(heading, every, none)
        head.setStretch(0, 1)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        strip.setLayout(head)
        self._build_left()
        lines = column(strip, self._stack, self._left, self.foot, gap=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)

    def _build_left(self) -> None:
        self.unowned.setAccessibleName("Nhiệm vụ chưa rõ đơn vị nào")
        self.unowned.setModel(QStringListModel(self))
        self.unowned.setItemDelegate(RowDelegate(self.unowned))
        self.unowned.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.unowned.setTextElideMode(Qt.TextElideMode.ElideRight)
        lines = column(self._left_words, self.unowned, gap=look.GAP)
        lines.setContentsMargins(look.WIDE, look.SPACE, look.WIDE, look.SPACE)
        self._left.setLayout(lines)
        self._left.hide()

    def title(self) -> str:
        return f"Gửi bảng: {short_title(self.mailing.plan, 24)}"

    def chapter(self) -> str:
        return "gui-va-nhan-bang"

    def panes_in_order(self) -> list[QWidget]:
        panes = (self.view, self.unowned, self.foot.period, self.foot.due, self.foot.folder, self.foot.send)
        return [pane for pane in panes if pane.isVisible()]

    # Showing

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Look again when the plan, the register or what went out has changed; leave with the plan."""
        if self.about not in self._office.plans:
            self.finished.emit()
        elif any(name.kind in {Unit, Sending, Progress} or name.id == self.about for name in map(name_of, pairs)):
            self._ask()

    def _ask(self) -> None:
        plan, holdings, day = self._office.plans[self.about], self._office.holdings, self._today
        self._is_looking = True
        self._count()
        self._work.ask(lambda _job: mailing(plan, holdings, day))

    def _show(self, found: Mailing) -> None:
        self.mailing, self._is_looking = found, False
        self.table.show_addressees(found.addressees)
        self._none.setText(_NOBODY)
        waited = self._stack.currentIndex() == 0 and self.isVisible()
        self._stack.setCurrentIndex(1 if found.addressees else 0)
        if waited:
            self.view.setFocus()
        if found.addressees and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.table.index(0, 0))
        self._show_left()
        self._count()
        self.told.emit()

    def _show_left(self) -> None:
        lines = [f"{one.number}  {one.content}".strip() or "(chưa có nội dung)" for one in self.mailing.unowned]
        model = self.unowned.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(lines)
        self._left.setVisible(bool(lines))
        self._left_words.setText(f"{number(len(lines))} nhiệm vụ chưa rõ đơn vị nào; chọn một dòng để đến chỗ đó")
        self.unowned.setFixedHeight(min(len(lines), _LINES_IN_SIGHT) * (look.ROW + 2) + look.GAP)

    def _count(self) -> None:
        taken = self.table.taken()
        words = f"Gửi {len(taken)} bảng" if taken else "Gửi bảng"
        self.foot.send.setText(words)
        self.foot.send.setAccessibleName(words)
        self.foot.send.setEnabled(bool(taken) and not (self._is_sending or self._is_looking))
        new, rows = sum(one.is_new for one in taken), sum(one.leads + one.helps for one in taken)
        parts = (
            f"Mỗi đơn vị một tệp Excel, cả thảy {number(rows)} dòng việc." if taken else "",
            f"{new} đơn vị mới được thêm vào danh sách đơn vị." if new else "",
        )
        self.foot.sentence.setText(" ".join(filter(None, parts)))

    # Sending

    def _send(self) -> None:
        place = self.foot.place()
        if not place.is_absolute():
            what = "Chưa rõ ghi các bảng vào thư mục nào."
            self.troubled.emit(UserError(what, "Hãy bấm Chọn… và chọn một thư mục."))
            return
        self._is_sending = True
        self._count()
        self.sent.emit(self._post(place))

    def _post(self, place: Path) -> Post:
        left = {one.unit.id for one in self.table.addressees if not self.table.is_taken(one)}
        new = tuple(unit for unit in self.mailing.new_units if unit.id not in left)
        return Post(tuple(one.share for one in self.table.taken()), new, place, self.foot.day(), self.foot.span())

    @Slot()
    def done_sending(self) -> None:
        """Let the sheets be sent again: nothing is being written any longer."""
        self._is_sending = False
        self._count()

    def _go(self) -> None:
        place = self.unowned.currentIndex().row()
        if 0 <= place < len(self.mailing.unowned):
            self.wanted.emit(self.mailing.unowned[place].work_id)
