"""How words are compared: small buttons that stay down, the same wherever something is looked for."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from tthc_desktop.models.searching.matching import Query
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import row
from tthc_desktop.ui.icons import icon

_TIPS = {
    "case": "Phân biệt chữ hoa, chữ thường",
    "accents": "Phân biệt dấu: “năm” không phải là “nam”",
    "whole": "Chỉ tìm cả từ: “an” không phải là một phần của “ban”",
    "tables": "Chỉ tìm trong các bảng",
}


class Options(QWidget):
    """Case, accents, whole words, tables only."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {name: self._button(name) for name in _TIPS}
        self.setLayout(row(*self.buttons.values(), gap=2))

    def _button(self, name: str) -> QToolButton:
        made = QToolButton()
        made.setCheckable(True)
        made.setAutoRaise(True)
        made.setIcon(icon(f"find-{name}"))
        made.setIconSize(QSize(18, 18))
        made.setToolTip(_TIPS[name])
        made.setAccessibleName(_TIPS[name].partition(":")[0])
        made.setMinimumHeight(look.ROW)
        made.toggled.connect(lambda _: self.changed.emit())
        return made

    def query(self, words: str) -> Query:
        """Return words with these options."""
        on = {name: button.isChecked() for name, button in self.buttons.items()}
        return Query(words, on["accents"], on["case"], on["whole"], on["tables"])

    def show_query(self, query: Query) -> None:
        """Show the options of a query without telling."""
        before = self.blockSignals(True)
        on = {"case": query.case, "accents": query.accents, "whole": query.whole, "tables": query.tables_only}
        for name, button in self.buttons.items():
            button.setChecked(on[name])
        self.blockSignals(before)

    def demand_accents(self) -> None:
        """Compare accents too, without telling: what is replaced should be what was typed."""
        before = self.blockSignals(True)
        self.buttons["accents"].setChecked(True)
        self.blockSignals(before)
