"""How a hand-over is made and where to, and the button that writes it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from tthc_desktop.models.text import clean
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, column, label, row
from tthc_desktop.ui.folders import last_folder

_KEY = "handover/folder"
_WAYS = (("Mỗi phụ lục một tệp, ký riêng", True), ("Tất cả trong một tệp", False))


class HandoverFoot(QWidget):
    """Asks for one file or several, and for the folder, which gets a new one in it for this paper."""

    changed = Signal()
    turned = Signal()
    """The files are to be made in the other way."""

    def __init__(self, memory: QSettings, name: str, write: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("foot")
        self._memory, self._name = memory, name
        self.sentence = label()
        self.ways_label, self.ways = label("Phụ lục"), QComboBox()
        self.folder = QLineEdit(str(free_folder(Path(last_folder(memory, _KEY)), name)))
        self.choose = button("Chọn…", self.ask_folder)
        self.leave_it = button("Chưa ghi", leave)
        self.write = button("Ghi hồ sơ ký", write, main=True)
        self._build()
        self.folder.textChanged.connect(self.changed)
        self.ways.currentIndexChanged.connect(self.turned)

    def _build(self) -> None:
        self.ways.setAccessibleName("Phụ lục")
        self.ways.setMinimumHeight(look.CONTROL)
        for words, separate in _WAYS:
            self.ways.addItem(words, separate)
        self.ways.setToolTip("Phụ lục là tệp riêng thì cơ quan ký số ở góc trên bên phải trang đầu của từng tệp.")
        self.folder.setAccessibleName("Thư mục ghi hồ sơ ký")
        self.folder.setMinimumWidth(160)
        self.choose.setAccessibleName("Chọn thư mục")
        self.sentence.setWordWrap(True)
        how = (self.ways_label, self.ways)
        where = row(*how, label("Ghi vào"), self.folder, self.choose)
        where.setStretch(len(how) + 1, 1)
        act = row(self.sentence, self.leave_it, self.write, gap=look.ROOM)
        act.setStretch(0, 1)
        lines = column(gap=look.ROOM)
        lines.setContentsMargins(look.WIDE, look.ROOM, look.WIDE, look.ROOM)
        lines.addLayout(where)
        lines.addLayout(act)
        self.setLayout(lines)

    def offer_ways(self, *, several: bool) -> None:
        """Ask about files only where the paper has appendices."""
        self.ways_label.setVisible(several)
        self.ways.setVisible(several)

    @property
    def separate(self) -> bool:
        """Whether each appendix is to be a file of its own."""
        return bool(self.ways.currentData())

    def place(self) -> Path:
        """Return the folder, and remember the one that it is made in."""
        folder = Path(clean(self.folder.text()).strip())
        if folder.is_absolute():
            self._memory.setValue(_KEY, str(folder.parent))
        return folder

    def ask_folder(self) -> QFileDialog:
        """Ask for the folder in which the new one is made."""
        dialog = QFileDialog(self, "Chọn nơi ghi hồ sơ ký", str(Path(self.folder.text()).parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.folder.setText(str(free_folder(Path(chosen), self._name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog


def free_folder(parent: Path, name: str) -> Path:
    """Return a folder of this name that is not there yet: what lies in one may have been signed."""
    found, count = parent / name, 1
    while found.exists():
        count += 1
        found = parent / f"{name} ({count})"
    return found
