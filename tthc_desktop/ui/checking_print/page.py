"""The page that measures the print of a plan, or any PDF, against each rule, and frames what is broken."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Pairs, name_of
from tthc_desktop.models.identity import Id
from tthc_desktop.office import Office
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.checking_print.words import Key, lines, rule_words, verdict
from tthc_desktop.ui.controls import Sign, button, column, label, row
from tthc_desktop.ui.eliding import heading
from tthc_desktop.ui.importing.paper_pages import PaperPages
from tthc_desktop.ui.life.choices import Choice, ChoicesView
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short_title, title
from tthc_desktop.ui.plan.page_stack import Spot

if TYPE_CHECKING:
    from pathlib import Path

    from tthc_desktop.documents.measuring import CheckedPrint

_WORKING = "Đang đo bản in…"


class Measured(NamedTuple):
    """A file and what each rule says of it."""

    data: bytes
    found: "CheckedPrint"


class CheckPrintPage(Page):
    """Shows what each rule says beside the pages; nothing is changed by it."""

    drawing = "good"
    file_wanted = Signal()
    """The clerk wants to measure a file."""

    def __init__(self, office: Office, plan_id: Id, background: Background) -> None:
        super().__init__()
        self._office = office
        self.about = plan_id
        self.plan = office.plans[plan_id]
        self.file: Path | None = None
        """The file that is measured, None for the print of the plan."""
        self.made: Measured | None = None
        self._work: Latest[Measured] = Latest(self, background, self._show, self._fail)
        self.tree = ChoicesView("Các điểm đã đo", checkable=False)
        self.pages = PaperPages({})
        self.pages.setAccessibleName("Các trang đã đo")
        self.heading = heading()
        self.told_line, self.rule_line = label(_WORKING), label()
        self.other = button("Kiểm tệp PDF khác…", self.file_wanted.emit)
        self.own = button("Kiểm bản in này", self.check_plan)
        self._signs = {kind: Sign(kind.value, 20) for kind in (Kind.GOOD, Kind.WARNING, Kind.ERROR)}
        self._build()
        self.tree.looked_at.connect(self._look)
        self.check_plan()

    def _build(self) -> None:
        strip, foot = QWidget(), QWidget()
        strip.setObjectName("strip")
        foot.setObjectName("foot")
        self.told_line.setWordWrap(True)
        told = row(*self._signs.values(), self.told_line, self.own, self.other, gap=look.ROOM)
        told.setStretch(len(self._signs), 1)
        head = column(self.heading, gap=look.SPACE)
        head.addLayout(told)
        head.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        strip.setLayout(head)
        self.rule_line.setWordWrap(True)
        self.rule_line.setMinimumHeight(3 * self.rule_line.fontMetrics().height())
        self.rule_line.setAlignment(Qt.AlignmentFlag.AlignTop)
        below = column(self.rule_line)
        below.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        foot.setLayout(below)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        self.tree.setMinimumWidth(300)
        panes.addWidget(self.tree)
        panes.addWidget(self.pages)
        panes.setSizes([620, 720])
        whole = column(strip, panes, foot, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def title(self) -> str:
        return f"Thể thức: {self.file.name if self.file else short_title(self.plan, 24)}"

    def chapter(self) -> str:
        return "xem-truoc-va-in#kiem-the-thuc"

    def chosen_plan(self) -> str:
        return self.about

    def panes_in_order(self) -> list[QWidget]:
        return [pane for pane in (self.tree, self.pages, self.own, self.other) if pane.isVisible()]

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Measure the print anew when the plan has changed; leave with it."""
        if self.about not in self._office.plans:
            self.finished.emit()
        elif self.file is None and any(name.id == self.about for name in map(name_of, pairs)):
            self.check_plan()

    def check_plan(self) -> None:
        """Measure the print of the plan as it is now."""
        plan, self.file = self._office.plans[self.about], None
        self.plan = plan

        def work(_job: object) -> Measured:
            from tthc_desktop.documents.measuring import checked_print  # noqa: PLC0415 - in the worker's time
            from tthc_desktop.documents.writing.pdf import render  # noqa: PLC0415

            data = render(plan)
            return Measured(data, checked_print(data, "bản in"))

        self._begin(f"Thể thức bản in: {title(plan)}")
        self._work.ask(work)

    def check_file(self, path: "Path") -> None:
        """Measure a PDF, whoever made it."""
        self.file = path

        def work(_job: object) -> Measured:
            from tthc_desktop.documents.measuring import checked_print  # noqa: PLC0415 - in the worker's time
            from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415
            from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415

            data = read_pdf(path)
            with OwnProcess() as process:
                return Measured(data, process.ask(checked_print, path.name, data, path.name))

        self._begin(f"Thể thức của tệp {path.name}")
        self._work.ask(work)

    def _begin(self, words: str) -> None:
        self.made = None
        self.heading.setText(words)
        self.own.setVisible(self.file is not None)
        self._say(None, _WORKING)
        self.told.emit()

    def _show(self, made: Measured) -> None:
        self.made = made
        found = made.found
        self.pages.show_file(made.data)
        self.tree.show_choices(lines(found.results))
        self.tree.expandToDepth(1)
        first = next(self.tree.choices.leaves(), None)
        if first is not None:
            self.tree.go_to(first)
        self._say(*verdict(found.results, found.rules.short, found.doubt))
        self.told.emit()

    def _fail(self, error: Exception) -> None:
        self.tree.show_choices(())
        self.pages.show_sizes(())
        if isinstance(error, UserError):
            self._say(Kind.ERROR, f"{error.what} {error.advice}")
        else:
            self.troubled.emit(error)

    def _say(self, kind: Kind | None, words: str) -> None:
        for name, sign in self._signs.items():
            sign.setVisible(name is kind)
        self.told_line.setText(words)

    def _look(self, choice: Choice | None) -> None:
        """Tell the rule of a line, and frame the place that the line is about."""
        key = choice.key if choice else None
        if self.made is None or not isinstance(key, Key):
            self.rule_line.setText("")
            self.pages.frame({})
            return
        one = self.made.found.results[key.rule]
        self.rule_line.setText(rule_words(one, key.fault, self.made.found.rules.short))
        if key.fault < 0:
            self.pages.frame({})
            return
        fault = one.faults[key.fault]
        self.pages.frame({fault.page: [fault.box]})
        self.pages.go_to(Spot(fault.page, fault.box[1]))
