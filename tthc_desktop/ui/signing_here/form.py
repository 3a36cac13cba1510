"""What is asked before a signature is made, one question a line; what does not apply is not shown."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signing import SignAs
from tthc_desktop.models.text import clean
from tthc_desktop.ui import look
from tthc_desktop.ui.controls import button, label, row
from tthc_desktop.ui.signing_here.order import WHOLE, Means

_OTHER = None
_ROLES = {
    SignAs.PERSON: "Người có thẩm quyền: ảnh chữ ký trên họ tên",
    SignAs.ORGANISATION: "Cơ quan: dấu lên một phần ba chữ ký",
    SignAs.APPENDIX: "Cơ quan, trên phụ lục: dòng số và thời gian",
}
_FILE, _TOKEN = "file", "token"
_COUNTED = re.compile(r" \(\d+\)$")
_PDF = "Tệp PDF (*.pdf)"
_CERTIFICATE = "Tệp chứng thư (*.p12 *.pfx);;Tất cả các tệp (*)"
_DRIVER = "Trình điều khiển (*.dll *.so *.dylib);;Tất cả các tệp (*)"


class SigningForm(QWidget):
    """Holds the answers. Paths are remembered for the next time; the password never is."""

    changed = Signal()
    searched = Signal()
    """The tokens that are plugged in are to be looked for."""

    def __init__(self, memory: QSettings, parts: Sequence[tuple[str, str]], number: str) -> None:
        super().__init__()
        self._memory = memory
        self.what, self.role, self.means, self.token = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.file, self.certificate, self.driver = QLineEdit(), QLineEdit(), QLineEdit()
        self.whose, self.picture, self.number = QLineEdit(), QLineEdit(), QLineEdit(number)
        self.secret, self.out = QLineEdit(), QLineEdit()
        self.offer(parts)
        for role, words in _ROLES.items():
            self.role.addItem(words, role)
        self.means.addItem("Tệp chứng thư (.p12, .pfx)", _FILE)
        self.means.addItem("Thiết bị ký số (USB token)", _TOKEN)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.whose.setPlaceholderText("Chỉ cần khi thiết bị có nhiều chứng thư")
        self.number.setPlaceholderText("Ví dụ: 15/KH-SNV")
        self._lines = QFormLayout()
        self._secret_label = label("&Mật khẩu")
        self._build()
        self._recall()
        self._connect()
        self._settle()

    def _build(self) -> None:
        lines = self._lines
        lines.setVerticalSpacing(look.ROOM)
        lines.setHorizontalSpacing(look.ROOM)
        self._find = button("Tìm thiết bị", self.searched.emit)
        self._rows: dict[str, QWidget | QHBoxLayout] = {
            "file": self._path(self.file, lambda: self._ask(self.file, "Chọn tệp cần ký", _PDF)),
            "certificate": self._path(
                self.certificate, lambda: self._ask(self.certificate, "Chọn tệp chứng thư", _CERTIFICATE)
            ),
            "driver": self._path(self.driver, lambda: self._ask(self.driver, "Chọn trình điều khiển", _DRIVER)),
            "token": _stretched(row(self.token, self._find)),
            "picture": self._path(self.picture, lambda: self._ask(self.picture, "Chọn ảnh", "Ảnh PNG (*.png)")),
            "out": self._path(self.out, self._ask_out),
        }
        told = (
            (self.what, self.what, "&Ký gì", "Ký gì"),
            (self._rows["file"], self.file, "&Tệp cần ký", "Tệp cần ký"),
            (self.role, self.role, "&Với vai", "Với vai"),
            (self.number, self.number, "&Số, ký hiệu", "Số, ký hiệu in trên phụ lục"),
            (self._rows["picture"], self.picture, "Ả&nh", "Ảnh chữ ký hoặc dấu"),
            (self.means, self.means, "Ký &bằng", "Ký bằng"),
            (self._rows["certificate"], self.certificate, "Tệp &chứng thư", "Tệp chứng thư"),
            (self._rows["driver"], self.driver, "T&rình điều khiển", "Trình điều khiển của thiết bị"),
            (self._rows["token"], self.token, "Th&iết bị", "Thiết bị ký số"),
            (self.whose, self.whose, "Chứng thư củ&a", "Chứng thư của ai"),
            (self._rows["out"], self.out, "&Ghi ra", "Tệp sẽ ghi"),
        )
        for held, field, words, name in told:
            self._add(held, field, label(words), name)
        self._add(self.secret, self.secret, self._secret_label, "Mật khẩu hoặc mã PIN")
        self.setLayout(lines)

    def _add(self, held: "QWidget | QHBoxLayout", field: QWidget, named: "QWidget", name: str) -> None:
        field.setAccessibleName(name)
        field.setMinimumHeight(look.CONTROL)
        if isinstance(field, QComboBox):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(30)
        named.setBuddy(field)  # type: ignore[attr-defined]
        self._lines.addRow(named, held)

    def _path(self, field: QLineEdit, ask: object) -> QHBoxLayout:
        choose = button("Chọn…", ask)  # type: ignore[arg-type]
        return _stretched(row(field, choose))

    def _connect(self) -> None:
        for box in (self.what, self.role, self.means):
            box.activated.connect(lambda _: self._settle())
        self.role.activated.connect(lambda _: self._recall_picture())
        for field in (self.file, self.certificate, self.driver, self.picture, self.number, self.out, self.secret):
            field.textChanged.connect(lambda _: self.changed.emit())

    def offer(self, parts: Sequence[tuple[str, str]]) -> None:
        """Offer what can be signed of a paper as it is now; what was chosen stays so while it is there."""
        chosen = self.what.currentText(), self.what.currentData()
        self.what.clear()
        for words, part in parts:
            self.what.addItem(words, part)
        self.what.addItem("Tệp PDF có sẵn", _OTHER)
        if chosen[0]:
            at = self.what.count() - 1 if chosen[1] is None else self.what.findData(chosen[1])
            self.what.setCurrentIndex(max(at, 0))

    # Answers

    @property
    def part(self) -> str | None:
        """Return which print is signed, None for a file that is there already."""
        found: str | None = self.what.currentData()
        return found

    @property
    def path(self) -> Path | None:
        return _path_of(self.file) if self.part is None else None

    @property
    def signs_as(self) -> SignAs:
        return SignAs(self.role.currentData())

    @property
    def shown_picture(self) -> Path | None:
        return None if self.signs_as is SignAs.APPENDIX else _path_of(self.picture)

    @property
    def by(self) -> Means:
        if self.means.currentData() == _FILE:
            return Means(_path_of(self.certificate))
        return Means(
            driver=_path_of(self.driver),
            token=str(self.token.currentData() or ""),
            certificate=clean(self.whose.text()).strip(),
        )

    @property
    def is_answered(self) -> bool:
        """Tell whether nothing is missing that only the user can say."""
        by = self.by
        has_file = self.part is not None or self.path is not None
        has_number = self.signs_as is not SignAs.APPENDIX or bool(self.number.text().strip())
        return all((has_file, has_number, by.file or by.driver, self.out.text().strip(), self.secret.text()))

    def take_secret(self) -> str:
        """Return the password or PIN and forget it."""
        found = self.secret.text()
        self.secret.clear()
        return found

    def show_tokens(self, names: Sequence[tuple[str, str]]) -> None:
        """Offer the tokens that were found, each by what is shown of it and its label."""
        self.token.clear()
        for words, name in names:
            self.token.addItem(words, name)
        self.changed.emit()

    def go_on_with(self, signed: Path) -> None:
        """Offer to add the next signature to the file that was just signed."""
        self.what.setCurrentIndex(self.what.count() - 1)
        self.file.setText(str(signed))
        if self.signs_as is SignAs.PERSON:
            self.role.setCurrentIndex(self.role.findData(SignAs.ORGANISATION))
            self._recall_picture()
        self.out.setText(str(free_file(signed)))
        self._settle()

    # What is remembered

    def remember(self) -> None:
        """Keep where things are for the next time."""
        kept = {
            "means": self.means.currentData(), "certificate": self.certificate.text(), "driver": self.driver.text(),
            self._picture_key(): self.picture.text(), "folder": str(Path(self.out.text()).parent),
        }  # fmt: skip
        for key, value in kept.items():
            self._memory.setValue(f"signing/{key}", value)

    def _recall(self) -> None:
        self.means.setCurrentIndex(max(self.means.findData(self._kept("means")), 0))
        self.certificate.setText(self._kept("certificate"))
        self.driver.setText(self._kept("driver"))
        self._recall_picture()

    def _recall_picture(self) -> None:
        self.picture.setText(self._kept(self._picture_key()))

    def _picture_key(self) -> str:
        return f"picture/{self.signs_as}"

    def _kept(self, key: str) -> str:
        return str(self._memory.value(f"signing/{key}", "") or "")

    def _settle(self) -> None:
        is_token = self.means.currentData() == _TOKEN
        is_appendix = self.signs_as is SignAs.APPENDIX
        shown = {
            "file": self.part is None, "picture": not is_appendix, "certificate": not is_token,
            "driver": is_token, "token": is_token,
        }  # fmt: skip
        for key, visible in shown.items():
            held = self._rows[key]
            self._lines.setRowVisible(held, visible)
        self._lines.setRowVisible(self.number, is_appendix)
        self._lines.setRowVisible(self.whose, is_token)
        self._secret_label.setText("&Mã PIN" if is_token else "&Mật khẩu")
        self.changed.emit()

    # Asking for files

    def _ask(self, field: QLineEdit, title: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self, title, str(Path(field.text()).parent) if field.text() else "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(field.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _ask_out(self) -> QFileDialog:
        dialog = QFileDialog(self, "Ghi bản đã ký", str(Path(self.out.text()).parent), _PDF)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(Path(self.out.text()).name)
        dialog.fileSelected.connect(self.out.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog


def free_file(path: Path) -> Path:
    """Return a name beside a file that is not there yet."""
    stem = _COUNTED.sub("", path.stem)
    found, count = path, 1
    while found.exists():
        count += 1
        found = path.with_name(f"{stem} ({count}){path.suffix}")
    return found


def parts_of(plan: Plan) -> list[tuple[str, str]]:
    """Return what of a print can be signed: all as one file, or the paper and each appendix by itself."""
    if not plan.appendices:
        return [("Bản in của văn bản này", WHOLE)]
    found = [("Bản in, mọi phụ lục trong một tệp", WHOLE), ("Bản in, chỉ văn bản chính (phụ lục tệp riêng)", "")]
    found += [(f"Bản in, {appendix_label(plan, one)} thành tệp riêng", one.id) for one in plan.appendices]
    return found


def _path_of(field: QLineEdit) -> Path | None:
    words = field.text().strip()
    return Path(words) if words else None


def _stretched(line: QHBoxLayout) -> QHBoxLayout:
    """Let the field of a line take the room that its button leaves."""
    line.setStretch(0, 1)
    return line
