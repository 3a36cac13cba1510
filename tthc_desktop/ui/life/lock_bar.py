"""The bar above a plan that can only be looked at: why, and what to do instead."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.version import Stage
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import Sign, button, column, label, row
from tthc_desktop.ui.life.stages import stage_words


class LockBar(QFrame):
    """Seen only while the plan is locked."""

    draft_wanted = Signal()
    """A new draft should be begun from this plan."""
    versions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bar", True)
        self.setProperty("kind", "warning")
        self.words = label()
        self.words.setWordWrap(True)
        self.signers = label(quiet=True)
        self.signers.setWordWrap(True)
        self.signers.hide()
        self.see = button("Các bản…", self.versions_wanted.emit, link=True)
        self.begin = button("Lập bản mới từ kế hoạch này", self.draft_wanted.emit, link=True)
        told = QWidget()
        told.setLayout(column(self.words, self.signers, gap=0))
        line = row(Sign("lock", 20), told, self.see, self.begin, gap=look.ROOM)
        line.setStretch(1, 1)
        line.setContentsMargins(look.ROOM, look.GAP, look.SPACE, look.GAP)
        self.setLayout(line)
        self.hide()

    def show_plan(self, plan: Plan) -> None:
        """Say how far a plan has come, or hide."""
        kept = plan.stage is Stage.KEPT
        self.words.setText(f"{stage_words(plan)}; chỉ để xem, không sửa được.")
        self.setAccessibleName(f"Chú ý: {self.words.text()}")
        self.begin.setText("Lập bản mới từ bản này" if kept or plan.drawn else "Lập bản mới từ kế hoạch này")
        self.begin.setAccessibleName(self.begin.text())
        self.setVisible(is_locked(plan))

    def say_signers(self, words: str) -> None:
        """Say who signed the PDF with which the plan was issued; nothing hides the line."""
        self.signers.setText(words)
        self.signers.setVisible(bool(words))
