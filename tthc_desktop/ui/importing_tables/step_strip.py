"""The strip of numbered steps: where one is, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tthc_desktop.ui import look
from tthc_desktop.ui.controls import row
from tthc_desktop.ui.importing_tables.words import STEPS


class StepStrip(QWidget):
    """One button for each step; those that have not been reached cannot be pressed."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.buttons = [self._button(step) for step in range(len(STEPS))]
        self.setLayout(row(*self.buttons, None, gap=look.GAP, margin=look.SPACE))

    def _button(self, step: int) -> QPushButton:
        made = QPushButton(f"{step + 1}  {STEPS[step]}")
        made.setProperty("link", True)
        made.clicked.connect(lambda: self.wanted.emit(step))
        return made

    def show_step(self, step: int, reached: int) -> None:
        """Mark the step that is shown; allow those up to the furthest one."""
        for place, one in enumerate(self.buttons):
            here = place == step
            font = one.font()
            font.setBold(here)
            font.setUnderline(here)
            one.setFont(font)
            one.setEnabled(place <= reached)
            done = "đang ở đây" if here else "đã qua" if place < step else "chưa tới"
            one.setAccessibleName(f"Bước {place + 1}: {STEPS[place]}, {done}")
