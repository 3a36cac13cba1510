"""What is asked before printing, in one narrow column."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from tthc_desktop.models.print_form import DRAFT, PrintForm
from tthc_desktop.models.printing.choices import MOST_COPIES, Extent, PrintChoices, Sides
from tthc_desktop.ui import look
from tthc_desktop.ui.composing import TypingPause
from tthc_desktop.ui.controls import column, label
from tthc_desktop.ui.printing.words import SIDES

_NO_PRINTER = "Máy này chưa có máy in nào"


class PrintFormPane(QWidget):
    """Holds the choices; tells when they say something else."""

    changed = Signal()
    printer_chosen = Signal()
    form_changed = Signal()
    """The pages themselves have to be made anew."""

    def __init__(self, printers: Iterable[str], *, several: bool, appendices: bool, draft: bool, forms: bool) -> None:
        super().__init__()
        self._can_draft, self._has_forms = draft, forms
        self.printer, self.extent, self.sides = QComboBox(), QComboBox(), QComboBox()
        self.pages, self.copies = QLineEdit(), QSpinBox()
        self.on_a4 = QCheckBox("Thu trang A3 vào giấy A4 (còn 71 %)")
        self.draft = QCheckBox(f"In chữ “{DRAFT}” ở đầu văn bản")
        self.contents = QCheckBox("In kèm mục lục")
        self._pause = TypingPause(self, self.changed.emit, 400)
        self._offer(printers, several=several, appendices=appendices)
        self._build()
        self._connect()

    def _offer(self, printers: Iterable[str], *, several: bool, appendices: bool) -> None:
        for name in printers:
            self.printer.addItem(name, name)
        if not self.printer.count():
            self.printer.addItem(_NO_PRINTER, "")
            self.printer.setEnabled(False)
        self.extent.addItem("Toàn bộ", Extent.WHOLE)
        if appendices:
            self.extent.addItem("Không in phụ lục", Extent.BODY)
        if not several:
            self.extent.addItem("Một số trang", Extent.PAGES)
        for sides, words in SIDES.items():
            self.sides.addItem(words, sides)
        self.copies.setRange(1, MOST_COPIES)
        self.pages.setPlaceholderText("Ví dụ: 1-3, 5")

    def _build(self) -> None:
        self._lines = QFormLayout()
        self._lines.setVerticalSpacing(look.ROOM)
        self._lines.setHorizontalSpacing(look.ROOM)
        fields: tuple[tuple[QWidget, str, str], ...] = (
            (self.printer, "&Máy in", "Máy in"),
            (self.extent, "&Phần in", "Phần in"),
            (self.pages, "T&rang", "Trang, theo thứ tự trong bản xem trước"),
            (self.copies, "&Số bản", "Số bản"),
            (self.sides, "Mặt &giấy", "Mặt giấy"),
        )
        for field, words, name in fields:
            field.setAccessibleName(name)
            field.setMinimumHeight(look.CONTROL)
            named = label(words)
            named.setBuddy(field)
            self._lines.addRow(named, field)
            if isinstance(field, QComboBox):
                field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                field.setMinimumContentsLength(18)
        self.pages.setToolTip("Số thứ tự trang đếm từ đầu bản xem trước, kể cả phụ lục")
        whole = column(gap=look.ROOM)
        whole.addLayout(self._lines)
        for box in (self.on_a4, self.draft, self.contents):
            box.setAccessibleName(box.text())
            whole.addWidget(box)
        self.draft.setVisible(self._can_draft)
        self.contents.setVisible(self._has_forms)
        self.on_a4.hide()
        self.setLayout(whole)

    def _connect(self) -> None:
        self.printer.activated.connect(lambda _: self.printer_chosen.emit())
        self.extent.activated.connect(self._turn)
        self.sides.activated.connect(lambda _: self.changed.emit())
        self.pages.textEdited.connect(lambda _: self._pause.start())
        self.copies.valueChanged.connect(lambda _: self.changed.emit())
        self.on_a4.toggled.connect(lambda _: self.changed.emit())
        self.draft.toggled.connect(lambda _: self.form_changed.emit())
        self.contents.toggled.connect(lambda _: self.form_changed.emit())

    def _turn(self) -> None:
        self._show_pages()
        if self.extent.currentData() == Extent.PAGES:
            self.pages.setFocus()
        self.changed.emit()

    def _show_pages(self) -> None:
        self._lines.setRowVisible(self.pages, self.extent.currentData() == Extent.PAGES)

    def offer_a4(self, *, larger: bool) -> None:
        """Offer to print larger pages on A4 where there are any."""
        self.on_a4.setVisible(larger)

    def show_choices(self, choices: PrintChoices, printer: str) -> None:
        """Show what was chosen the last time, as far as it is offered here."""
        self.printer.setCurrentIndex(max(self.printer.findData(printer), 0))
        self.extent.setCurrentIndex(max(self.extent.findData(choices.extent), 0))
        self.sides.setCurrentIndex(max(self.sides.findData(choices.sides), 0))
        self.copies.setValue(choices.copies)
        self.on_a4.setChecked(choices.on_a4)
        self.draft.setChecked(bool(choices.form.draft) and self._can_draft)
        self.contents.setChecked(choices.form.contents and self._has_forms)
        self._show_pages()

    def take_over(self, printer: str, copies: int) -> None:
        """Show what was chosen in the system's dialog."""
        self.printer.setCurrentIndex(max(self.printer.findData(printer), 0))
        self.copies.setValue(copies)

    def choices(self) -> PrintChoices:
        """Return what is chosen."""
        return PrintChoices(
            Extent(self.extent.currentData()),
            self.pages.text(),
            self.copies.value(),
            Sides(self.sides.currentData()),
            self.on_a4.isChecked(),
            PrintForm(draft=DRAFT if self.draft.isChecked() else "", contents=self.contents.isChecked()),
        )

    def printer_name(self) -> str:
        """Return the chosen printer, empty when there is none."""
        return str(self.printer.currentData() or "")
