"""The fields of what an office says of itself."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from tthc_desktop.models.particulars import Particulars, typed_particulars
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import label

_FIELDS = (
    ("parent_agency", "Cơ quan chủ quản", "UBND tỉnh …"),
    ("agency", "Cơ quan ban hành", "Sở Nội vụ"),
    ("named", "Tên trong câu văn", "khi khác tên ở trên"),
    ("place", "Địa danh", "tên tỉnh, trước ngày tháng"),
    ("symbol", "Chữ trong ký hiệu", "SNV của KH-SNV"),
)
_CAPACITY, _SIGNER = "Chức vụ người ký", "Người ký"


class ParticularsForm(QWidget):
    """One field for each thing; what is left empty is not said."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = {name: QLineEdit() for name, _, _ in _FIELDS}
        self.capacity = QPlainTextEdit()
        self.signer = QLineEdit()
        self._build()
        for editor in (*self.fields.values(), self.signer):
            editor.textChanged.connect(lambda _: self.changed.emit())
        self.capacity.textChanged.connect(self.changed)

    def _build(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(look.SPACE)
        form.setHorizontalSpacing(look.ROOM)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, title, hint in _FIELDS:
            self.fields[name].setPlaceholderText(hint)
            _add(form, title, self.fields[name])
        self.capacity.setPlaceholderText("Giám đốc, hoặc mỗi dòng một chức vụ:\nKT. Giám đốc / Phó Giám đốc")
        self.capacity.setTabChangesFocus(True)
        self.capacity.setFixedHeight(2 * look.CONTROL)
        self.capacity.setProperty("field", True)
        _add(form, _CAPACITY, self.capacity)
        self.signer.setPlaceholderText("họ và tên")
        _add(form, _SIGNER, self.signer)
        self.setLayout(form)

    def show_particulars(self, kept: Particulars) -> None:
        """Write what is kept into the fields."""
        for name, editor in self.fields.items():
            editor.setText(getattr(kept, name))
            editor.setCursorPosition(0)
        self.capacity.setPlainText("\n".join(kept.signatory.capacity))
        self.signer.setText(kept.signatory.name)

    def particulars(self) -> Particulars:
        """Return what stands in the fields."""
        typed: Mapping[str, str] = {name: editor.text() for name, editor in self.fields.items()}
        return typed_particulars(typed, self.capacity.toPlainText(), self.signer.text())

    def panes(self) -> list[QWidget]:
        """Return where the keyboard may go."""
        return [self.fields["parent_agency"], self.capacity]


def _add(form: QFormLayout, title: str, editor: QLineEdit | QPlainTextEdit) -> None:
    editor.setAccessibleName(title)
    if isinstance(editor, QLineEdit):
        editor.setMinimumHeight(look.CONTROL)
    words = label(title)
    words.setMinimumHeight(look.CONTROL)
    words.setBuddy(editor)
    form.addRow(words, editor)
