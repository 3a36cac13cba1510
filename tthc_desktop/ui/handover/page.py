"""The page that prepares a paper to be signed: what to look at, the steps in order, and where each field stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Pairs, name_of
from tthc_desktop.models.handover.values import Checklist, Step
from tthc_desktop.models.identity import Id
from tthc_desktop.models.signature_places import SignaturePlace
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.controls import Sign, column, label, row
from tthc_desktop.ui.eliding import heading
from tthc_desktop.ui.handover.foot import HandoverFoot
from tthc_desktop.ui.handover.words import folder_name, lines, sentence
from tthc_desktop.ui.importing.paper_pages import PaperPages, page_sizes
from tthc_desktop.ui.life.choices import Choice, ChoicesView
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short_title, title
from tthc_desktop.ui.plan.page_stack import Spot

if TYPE_CHECKING:
    from tthc_desktop.documents.handover import Handover

_WORKING = "Đang in các tệp…"
_ORDER = "Lãnh đạo ký trước; văn thư điền số, ngày, đóng dấu rồi ký từng phụ lục."


class HandoverPage(Page):
    """Shows the checklist beside the files; nothing is written before its button is pressed."""

    drawing = "signature"
    written = Signal(object, object)
    """A hand-over is to be written into a folder."""

    def __init__(self, office: Office, plan_id: Id, background: Background, memory: QSettings) -> None:
        super().__init__()
        self._office = office
        self.about = plan_id
        """The plan; the page is none of the plan's own, whose commands it does not have."""
        self.plan = office.plans[plan_id]
        self.made: Handover | None = None
        self._shown = 0
        self._sizes: Sequence[tuple[float, float]] = ()
        self._work: Latest[Handover] = Latest(self, background, self._show, self._fail)
        self.tree = ChoicesView("Danh mục ký số", checkable=False)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names of files differ at their ends
        self.pages = PaperPages({})
        self.pages.setAccessibleName("Các trang của tệp sẽ ký")
        self.foot = HandoverFoot(memory, folder_name(self.plan), self._write, self.finished.emit)
        self.told_line = label(_WORKING)
        self._signs = {kind: Sign(kind.value, 20) for kind in (Kind.GOOD, Kind.WARNING, Kind.ERROR)}
        self._is_writing = False
        self._build()
        self.tree.looked_at.connect(self._look)
        self.foot.changed.connect(self._settle)
        self.foot.turned.connect(self._ask)
        self._ask()

    def _build(self) -> None:
        strip = QWidget()
        strip.setObjectName("strip")
        self.told_line.setWordWrap(True)
        told = row(*self._signs.values(), self.told_line, gap=look.ROOM)
        told.setStretch(len(self._signs), 1)
        head = column(heading(f"Chuẩn bị hồ sơ ký: {title(self.plan)}"), gap=look.SPACE)
        head.addLayout(told)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        strip.setLayout(head)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        self.tree.setMinimumWidth(300)
        panes.addWidget(self.tree)
        panes.addWidget(self.pages)
        panes.setSizes([620, 720])
        whole = column(strip, panes, self.foot, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def title(self) -> str:
        return f"Hồ sơ ký: {short_title(self.plan, 24)}"

    def chapter(self) -> str:
        return "ky-so#ky-bang-phan-mem-khac"

    def chosen_plan(self) -> str:
        return self.about

    def panes_in_order(self) -> list[QWidget]:
        panes = (self.tree, self.pages, self.foot.ways, self.foot.folder, self.foot.write)
        return [pane for pane in panes if pane.isVisible()]

    # Showing

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Make the files anew when the plan has changed; leave with it."""
        if self.about not in self._office.plans:
            self.finished.emit()
        elif any(name.id == self.about for name in map(name_of, pairs)):
            self._ask()

    def _ask(self) -> None:
        plan, separate = self._office.plans[self.about], self.foot.separate
        self.plan, self.made = plan, None
        self.foot.offer_ways(several=bool(plan.appendices))
        self._say(None, _WORKING)
        self._settle()

        def work(_job: object) -> "Handover":
            from tthc_desktop.documents.handover import hand_over  # noqa: PLC0415 - in the worker's time

            return hand_over(plan, separate=separate)

        self._work.ask(work)

    def _show(self, made: "Handover") -> None:
        self.made, self._shown = made, 0
        found = made.checklist
        self.tree.show_choices(lines(found))
        first = next((each for each in self.tree.choices.leaves() if isinstance(each.key, Step)), None)
        if first is not None:
            self.tree.go_to(first)
        self._say(*_verdict(found))
        self._settle()
        self.told.emit()

    def _fail(self, error: Exception) -> None:
        self.tree.show_choices(())
        self.pages.show_sizes(())
        if isinstance(error, UserError):
            self._say(Kind.ERROR, f"{error.what} {error.advice}")
        else:
            self.troubled.emit(error)
        self._settle()

    def _say(self, kind: Kind | None, words: str) -> None:
        for name, sign in self._signs.items():
            sign.setVisible(name is kind)
        self.told_line.setText(words)

    def _look(self, choice: Choice | None) -> None:
        """Show the file that a line is about, the field of a step framed."""
        one = choice.key if choice else None
        if isinstance(one, Step):
            self._show_file(one.file)
            self._frame(one.place)
        elif isinstance(one, int):
            self._show_file(one)
            self._frame(None)

    def _show_file(self, place: int) -> None:
        if self.made is None or place == self._shown:
            return
        data = self.made.files[place - 1].data
        self._shown, self._sizes = place, page_sizes(data, self)
        self.pages.show_file(data)

    def _frame(self, place: SignaturePlace | None) -> None:
        if place is None:
            self.pages.frame({})
            self.pages.go_to(Spot(0, 0.0))
            return
        left, bottom, right, top = place.box
        height = self._sizes[place.page][1]
        self.pages.frame({place.page: [(left, height - top, right, height - bottom)]})
        self.pages.go_to(Spot(place.page, height - top))

    # Writing

    def _settle(self) -> None:
        self.foot.sentence.setText(sentence(self.made.checklist) if self.made else "")
        self.foot.write.setEnabled(self.made is not None and not self._is_writing)

    def _write(self) -> None:
        folder = self.foot.place()
        if not folder.is_absolute():
            what = "Chưa rõ ghi hồ sơ ký vào thư mục nào."
            self.troubled.emit(UserError(what, "Hãy bấm Chọn… và chọn một thư mục."))
        elif self.made is not None:
            self._is_writing = True
            self._settle()
            self.written.emit(self.made, folder)

    @Slot()
    def done_writing(self) -> None:
        """Let the files be written again: nothing is being written any longer."""
        self._is_writing = False
        self._settle()


def _verdict(found: Checklist) -> tuple[Kind, str]:
    """Return whether the paper can be signed as it is."""
    if not found.doubts:
        return Kind.GOOD, f"Văn bản đủ các phần để ký. {_ORDER}"
    about = ", ".join(one.about.lower() for one in found.doubts)
    return Kind.WARNING, f"Nên xem lại trước khi ký: {about}. Ký rồi thì không sửa được nữa."
