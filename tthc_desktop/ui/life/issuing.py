"""The forms of keeping a version and of issuing: the number and day that văn thư gave."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean
from tthc_desktop.models.version import Issue
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.controls import button
from tthc_desktop.ui.life.forms import form
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.edits import read_date
from tthc_desktop.ui.plan.names import short, short_title, title


def pdf_in(data: QMimeData) -> Path | None:
    """Return the PDF among what is dragged, None when there is no single file or another one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".pdf" else None


def _flat(field: QLineEdit) -> str:
    return " ".join(clean(field.text()).split())


class KeepPage(Page):
    """Asks what the version is to be called."""

    drawing = "versions"

    def __init__(self, plan: Plan, name: str, take: Callable[[Plan, str], object]) -> None:
        super().__init__()
        self._plan = plan
        self._take_name = take
        self.name = QLineEdit(name)
        self.take = button("Giữ bản này", self._accept, main=True)
        self.leave_it = button("Không giữ", self.finished.emit)
        what = f"Giữ một bản của “{short(title(plan), 90)}”"
        about = "Nội dung như hiện nay được giữ nguyên để xem lại, so sánh hoặc lấy lại; văn bản vẫn sửa tiếp được."
        fields = ((self.name, "Tên của bản", "Ví dụ: trình Giám đốc lần 1"),)
        self.setLayout(form(what, about, fields, self.leave_it, self.take))
        self.name.returnPressed.connect(self._accept)

    def _accept(self) -> None:
        if self._take_name(self._plan, _flat(self.name)):
            self.finished.emit()

    def title(self) -> str:
        return f"Giữ bản: {short_title(self._plan, 24)}"

    def chapter(self) -> str:
        return "ban-hanh"

    def panes_in_order(self) -> list[QWidget]:
        return [self.name, self.take]


class IssuePage(Page):
    """Asks for number, symbol and day; nothing happens before its button is pressed."""

    drawing = "issue"

    signed_wanted = Signal(object)
    """A signed PDF is to be read, or to be chosen first (None)."""

    def __init__(self, plan: Plan, today: date, take: Callable[["IssuePage", Issue], object]) -> None:
        super().__init__()
        self.plan = plan
        self.setAcceptDrops(True)
        self.printing: Job | None = None
        self._take_issue = take
        head = plan.header
        day = date(head.year, head.month, head.day) if head.year and head.month and head.day else today
        self.number = QLineEdit(head.number)
        self.symbol = QLineEdit(head.symbol)
        self.day = QLineEdit(f"{day:%d/%m/%Y}")
        self.take = button("Ban hành văn bản này", self._accept, main=True)
        self.leave_it = button("Chưa ban hành", self.finished.emit)
        self.signed = button("Đã có bản ký số…", lambda: self.signed_wanted.emit(None), link=True)
        self.signed.setToolTip("Chọn tệp PDF đã ký, hoặc thả tệp vào đây: số, ngày lấy từ tệp")
        what = f"Ban hành “{short(title(plan), 90)}”"
        about = (
            "Số và ngày được ghi vào đầu văn bản và dòng “Kèm theo” của phụ lục; bản in được giữ kèm mã kiểm tra. "
            "Sau đó văn bản chỉ còn để xem, nội dung không sửa được nữa. "
            "Muốn sửa thì lập bản dự thảo mới từ bản đã ban hành."
        )
        fields = (
            (self.number, "Số", "Số văn thư cấp, ví dụ 15"),
            (self.symbol, "Ký hiệu", "KH-…"),
            (self.day, "Ngày ban hành", "dd/MM/yyyy"),
        )
        self.setLayout(form(what, about, fields, self.signed, self.leave_it, self.take))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a signed PDF."""
        if pdf_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the PDF that is dropped."""
        if path := pdf_in(event.mimeData()):
            event.acceptProposedAction()
            self.signed_wanted.emit(path)

    def issue(self) -> Issue:
        """Return what is filled in, or say what is missing."""
        advice = "Ghi đủ ngày, tháng, năm theo dạng dd/MM/yyyy, ví dụ 05/01/2027."
        wrong = UserError(f"Ngày ban hành “{self.day.text()}” chưa đúng.", advice)
        try:
            day, month, year = read_date(self.day.text())
            made = date(year or 0, month or 0, day or 0)
        except (UserError, ValueError):
            raise wrong from None
        return Issue(_flat(self.number), _flat(self.symbol), made)

    def _accept(self) -> None:
        try:
            self._take_issue(self, self.issue())
        except UserError as error:
            self.troubled.emit(error)

    def leave(self) -> None:
        if self.printing is not None:
            self.printing.cancel()

    def title(self) -> str:
        return f"Ban hành: {short_title(self.plan, 24)}"

    def chapter(self) -> str:
        return "ban-hanh#ban-hanh"

    def panes_in_order(self) -> list[QWidget]:
        return [self.number, self.symbol, self.day, self.take]
