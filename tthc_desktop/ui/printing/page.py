"""The page before printing: what is printed and how, its pages as they will come out, what the printer cannot do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Pairs, pairs_of
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import PrintForm
from tthc_desktop.models.printing.choices import Sides
from tthc_desktop.models.printing.devices import Device, troubles
from tthc_desktop.models.printing.jobs import FinishedPaper, PrintJob, job_of
from tthc_desktop.models.printing.paper_sizes import A4, Size, in_points, paper_of, shrinking
from tthc_desktop.models.printing.sheets import Side, backs, fronts
from tthc_desktop.ui import look
from tthc_desktop.ui.background import Background, Job, Latest
from tthc_desktop.ui.controls import Sign, button, column, foot, label, row, shown
from tthc_desktop.ui.hearing_keys import hear_keys
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.plan.page_view import PageView
from tthc_desktop.ui.printing.form import PrintFormPane
from tthc_desktop.ui.printing.printers import device_of
from tthc_desktop.ui.printing.remembering import last_choices, last_printer, remember_choices, remember_printer
from tthc_desktop.ui.printing.sources import Printout, Source, font_words, of_plan
from tthc_desktop.ui.printing.words import AS_KEPT, NO_PRINTER, job_words

_WIDTH = 404
_MAKING = "Đang dựng bản in…"
Made = tuple[PrintForm, tuple[Printout, ...], str]
PrinterOf = Callable[[str], QPrinter]


class PrintPage(Page):
    """Asks, shows, warns; nothing goes to a printer before its button is pressed."""

    drawing = "print"
    wanted = Signal(object, object, int)
    """The printer, the sides of sheets that it is to print, and how many copies of them it makes by itself."""
    system_wanted = Signal()
    """The system's own dialog is to be shown: another printer, another tray."""
    file_wanted = Signal()

    def __init__(
        self,
        sources: Sequence[Source],
        memory: QSettings,
        background: Background,
        printers: Sequence[str],
        printer_of: PrinterOf,
    ) -> None:
        super().__init__()
        self.sources = tuple(sources)
        self._memory, self._printer_of = memory, printer_of
        self._work: Latest[Made] = Latest(self, background, self._take, self._fail)
        self.made: tuple[Printout, ...] = ()
        self.job: PrintJob | None = None
        self._device: Device | None = None
        self._waiting: tuple[Side, ...] = ()
        """The backs still to be printed, where the paper is turned by hand."""
        self.form = PrintFormPane(
            printers,
            several=len(sources) > 1,
            appendices=any(source.has_appendices for source in sources),
            draft=any(source.is_draft for source in sources),
            forms=any(source.plan_id and not source.kept for source in sources),
        )
        self.pages = PageView(name="Các trang sẽ in")
        self.papers = QComboBox()
        self.papers.setAccessibleName("Văn bản đang xem")
        self.sentence, self.warnings = label(), label()
        self.typeface, self.count = label(quiet=True), label(quiet=True)
        self.sign = Sign("warning", 20)
        self.leave_it = button("Không in", self.finished.emit)
        self.save = button("Lưu PDF…", self.file_wanted.emit)
        self.system = button("Khay giấy, máy in khác…", self.system_wanted.emit, link=True)
        self.take = button("In", self._print, main=True)
        self.take.setToolTip("In ngay (Ctrl+P)")
        self.save.setToolTip("Ghi những trang đã chọn thành tệp PDF (F12)")
        self.system.setToolTip("Mở hộp thoại in của hệ thống; phần in, số trang giữ như đã chọn ở đây")
        self._build()
        self.form.show_choices(last_choices(memory), last_printer(memory))
        self.form.changed.connect(self.settle)
        self.form.printer_chosen.connect(self._turn_printer)
        self.form.form_changed.connect(self._make)
        self.papers.activated.connect(lambda _: self._show_pages())
        keys = dict.fromkeys(("Ctrl+P", "Ctrl+Return", "Ctrl+Enter"), self._print)
        hear_keys(self, {**keys, "F12": self.file_wanted.emit, "Escape": self.finished.emit})
        self._make()

    # Making

    def _build(self) -> None:
        whole = column(gap=0)
        panes = row(self._asking(), self._showing(), gap=0)
        panes.setStretch(1, 1)
        whole.addLayout(panes, 1)
        self._foot = foot(self.sentence, self.leave_it, self.save, self.take)
        whole.addWidget(self._foot)
        self.setLayout(whole)

    def _asking(self) -> QWidget:
        about = label(shown(self._about()), bold=True, larger=2)
        about.setWordWrap(True)
        for words in (self.warnings, self.typeface):
            words.setWordWrap(True)
        warned = row(self.sign, self.warnings, gap=look.SPACE)
        warned.setStretch(1, 1)
        warned.setAlignment(self.sign, Qt.AlignmentFlag.AlignTop)
        lines = column(about, self.form, gap=look.ROOM, margin=look.WIDE)
        lines.addWidget(self.system, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addLayout(warned)
        lines.addWidget(self.typeface)
        lines.addStretch(1)
        inner = QWidget()
        inner.setLayout(lines)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(_WIDTH)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _showing(self) -> QWidget:
        strip = QWidget()
        strip.setObjectName("strip")
        self.papers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line = row(label("Sẽ in ra", bold=True), self.papers, self.count, None)
        line.setStretch(1, 1)
        line.setContentsMargins(look.ROOM, look.GAP, look.SPACE, look.GAP)
        strip.setLayout(line)
        self._list_papers()
        made = QWidget()
        made.setLayout(column(strip, self.pages, gap=0))
        return made

    def _list_papers(self) -> None:
        at = max(self.papers.currentIndex(), 0)
        self.papers.clear()
        for source in self.sources:
            self.papers.addItem(short(source.title, 80))
        self.papers.setCurrentIndex(min(at, self.papers.count() - 1))
        self.papers.setVisible(len(self.sources) > 1)

    def _about(self) -> str:
        if len(self.sources) > 1:
            return f"In {len(self.sources)} văn bản trong một lượt"
        return f"In “{short(self.sources[0].title, 100)}”"

    def hear(self, pairs: Pairs) -> None:
        """Print the plans as they are now, without those that are gone."""
        now = {before.id: after for before, after in pairs_of(Plan, pairs) if before is not None}
        touched = [source for source in self.sources if source.plan_id in now]
        if not touched:
            return
        plans = [(source, now.get(source.plan_id, source)) for source in self.sources]
        self.sources = tuple(_renewed(source, plan) for source, plan in plans if plan is not None)
        if self.sources:
            self._list_papers()
            self._make()
        else:
            self.finished.emit()

    def _make(self) -> None:
        """Make the papers in the chosen form."""
        self.made, self.job = (), None
        self._forget_backs()
        self._allow(_MAKING)
        sources, form = self.sources, self.form.choices().form
        self._work.ask(lambda job: _make_all(sources, form, job))

    def _take(self, found: Made) -> None:
        _, self.made, font = found
        kept = [source for source in self.sources if source.kept]
        made = [f"{font}."] if len(kept) < len(self.sources) else []
        self.typeface.setText(" ".join([*made, AS_KEPT] if kept else made))
        self.form.offer_a4(larger=any(shrinking(paper_of(size), A4) < 1 for size in self._sizes()))
        self._turn_printer()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._allow(f"Chưa in được. {error.what} {error.advice}")
        else:
            self.troubled.emit(error)

    # Showing

    def _sizes(self) -> list[Size]:
        return [size for made in self.made for size in made.sizes]

    def _turn_printer(self) -> None:
        """Ask the chosen printer how it would take the papers."""
        self._device = None
        if (name := self.form.printer_name()) and self.made:
            self._device = self.ask(self._printer_of(name))
        self.settle()

    def ask(self, printer: QPrinter) -> Device:
        """Return what a printer says of the papers of this job, and of A4, on which they may come."""
        sizes = self._sizes()
        lying = [(paper_of(size), size.is_wide) for size in sizes]
        return device_of(printer, [*lying, *((A4, size.is_wide) for size in sizes)])

    def settle(self) -> None:
        """Say what the choices lead to, show it, and let it be done."""
        self._forget_backs()
        if not self.made:
            return
        papers = [FinishedPaper(one.sizes, one.inked, one.appendices) for one in self.made]
        choices = self.form.choices()
        try:
            self.job = job_of(papers, choices)
        except UserError as error:
            self.job = None
            self._allow(f"{error.what} {error.advice}")
            return
        job = self.job
        self.warn(troubles(self._device, job.printed, choices.sides) if self._device else ())
        words = job_words(len(papers), job.pages, job.copies, job.sheets, choices.sides)
        self._allow(words if self.form.printer_name() else f"{words} {NO_PRINTER}")
        self._show_pages()
        self.told.emit()

    def warn(self, said: Sequence[str]) -> None:
        """Say before paper is spent what will come out otherwise than asked."""
        self.warnings.setText("\n\n".join(said))
        for each in (self.sign, self.warnings):
            each.setVisible(bool(said))
        self._name_take()

    def warned(self) -> tuple[str, ...]:
        """Return what is being warned of."""
        return tuple(filter(None, self.warnings.text().split("\n\n")))

    def _name_take(self) -> None:
        words = f"In {self.job.pages} trang" if self.job else "In"
        if self._waiting:
            words = f"In mặt sau ({len(self._waiting)} tờ)"
        elif self.warned():
            words = f"Vẫn in{words.removeprefix('In')}"
        self.take.setText(words)
        self.take.setAccessibleName(words)

    def _allow(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.take.setEnabled(self.job is not None and bool(self.form.printer_name()))
        self.system.setEnabled(self.take.isEnabled())
        self.save.setEnabled(self.job is not None)
        if self.job is None:
            self.warn(())
        self.count.setText(f"{self.job.pages} trang" if self.job and len(self.sources) == 1 else "")

    def _show_pages(self) -> None:
        at = self.papers.currentIndex()
        if self.job is None or not 0 <= at < len(self.made):
            return
        made, chosen = self.made[at], self.job.chosen[at]
        places = {page: place for place, page in enumerate(chosen)}
        numbers = [places.get(page, -1 - page) for page in range(len(made.sizes))]
        self.pages.show_sizes([in_points(made.sizes[page]) for page in chosen])
        self.pages.show_pages(made.data, numbers, anew=True)

    # Printing

    def _print(self) -> None:
        if self.take.isEnabled():
            self.print_on(self._printer_of(self.form.printer_name()))

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer, unless it cannot do something that was not yet said."""
        job, choices = self.job, self.form.choices()
        if job is None:
            return
        device = self.ask(printer)
        said = troubles(device, job.printed, choices.sides)
        if not set(said) <= set(self.warned()):
            self.warn(said)
            return
        remember_choices(self._memory, choices)
        if self.form.printer_name():
            remember_printer(self._memory, self.form.printer_name())
        by_driver = device.makes_copies and len(job.sheets) == 1 and choices.sides is not Sides.BY_HAND
        sides = job.sides if by_driver else job.sides * job.copies
        if choices.sides is Sides.BY_HAND:
            sides = self._waiting or fronts(sides)
        self.wanted.emit(printer, sides, job.copies if by_driver else 1)

    def sent(self) -> None:
        """Hear that all was sent: ask for the turned paper, or be done."""
        job = self.job
        if job and self.form.choices().sides is Sides.BY_HAND and not self._waiting:
            self._waiting = backs(job.sides * job.copies)
            self._name_take()
        else:
            self._forget_backs()
            self.finished.emit()

    @property
    def waits_for_backs(self) -> bool:
        """Whether the paper is to be turned over now."""
        return bool(self._waiting)

    def _forget_backs(self) -> None:
        self._waiting = ()

    # The frame

    def title(self) -> str:
        return f"In {len(self.sources)} văn bản" if len(self.sources) > 1 else f"In: {short(self.sources[0].title, 24)}"

    def chapter(self) -> str:
        return "xem-truoc-va-in#in"

    def panes_in_order(self) -> list[QWidget]:
        return [self.form.printer, self.pages, self.take]

    def zoom(self, steps: int) -> None:
        self.pages.zoom(steps)

    def place(self) -> tuple[int | None, str, str]:
        pages = self.pages.pages
        return None, f"Trang {self.pages.page() + 1}/{pages}" if pages else "", f"{self.pages.percent} %"


def _renewed(source: Source, plan: Plan | Source) -> Source:
    """Return what is printed of a plan now; the file that is kept of an issued one stays as it is."""
    if isinstance(plan, Source) or (source.kept and is_locked(plan)):
        return source
    return of_plan(plan)


def _make_all(sources: Sequence[Source], form: PrintForm, job: Job) -> Made:
    def stopped() -> bool:
        return job.cancelled

    return form, tuple(source.make(form, stopped) for source in sources), font_words()
