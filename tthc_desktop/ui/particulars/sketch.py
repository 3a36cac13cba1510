"""What the head and the foot of the office's papers will look like, sketched while it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from tthc_desktop.models.particulars import Particulars
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import label

_NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_BLANK = "…"


class Sketch(QFrame):
    """The parts where they stand on paper (Decree 30/2020, Appendix I, cells 1 to 4 and 7)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sketch")
        self.setAccessibleName("Đầu và cuối văn bản sẽ có")
        self.parent_agency, self.agency = _line(), _line(bold=True)
        self.number, self.place = _line(), _line()
        self.capacity, self.signer = _line(bold=True), _line(bold=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        grid.setHorizontalSpacing(look.BROAD)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        left = (self.parent_agency, self.agency, self.number)
        right = (_line(_NATION[0], bold=True), _line(_NATION[1], bold=True), self.place)
        for at, (one, other) in enumerate(zip(left, right, strict=True)):
            grid.addWidget(one, at, 0)
            grid.addWidget(other, at, 1)
        grid.setRowMinimumHeight(3, look.GAP)
        grid.addWidget(self.capacity, 4, 1)
        grid.setRowMinimumHeight(5, look.SPACE)
        grid.addWidget(self.signer, 6, 1)

    def show_particulars(self, said: Particulars, year: int) -> None:
        """Show what is said; a dot line stands for what is not."""
        self.parent_agency.setText(said.parent_agency or _BLANK)
        self.agency.setText(said.agency or _BLANK)
        self.number.setText(f"Số:        /KH-{said.symbol or _BLANK}")
        self.place.setText(f"{said.place or _BLANK}, ngày {_BLANK} tháng {_BLANK} năm {year}")
        self.capacity.setText("\n".join(said.signatory.capacity) or _BLANK)
        self.signer.setText(said.signatory.name or _BLANK)


def _line(words: str = "", *, bold: bool = False) -> QLabel:
    made = label(words, bold=bold)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setWordWrap(True)
    return made
