"""The office's file looked at thoroughly while it is in use, and what can be saved of it into a new one."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.storage.checking import checked
from tthc_desktop.storage.findings import Finding
from tthc_desktop.storage.repairing import Repair, repaired
from tthc_desktop.ui.backups.acts import open_other
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.rescue.findings import FindingsPage
from tthc_desktop.ui.saving import FileKind, ask_place

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_NEW_FILE = FileKind("Lấy lại ra tệp mới", "Tệp dữ liệu của cơ quan", "tthc")
_SOUND = "Tệp dữ liệu còn tốt: cấu trúc, từng bản ghi so với nhật ký, các tệp lưu kèm đều như lúc ghi."


def check_office(window: "MainWindow") -> None:
    """Look at the whole file in the background; what is wrong is listed on a page."""
    office = window.desk.office
    if office is None:
        return
    path = office.path

    def done(findings: tuple[Finding, ...]) -> None:
        if findings:
            window.messages.clear()
            _show(window, path, findings)
        else:
            window.messages.tell(Kind.GOOD, _SOUND)

    job = window.background.run(lambda _job: checked(path), done)
    window.messages.work("Đang kiểm tra tệp dữ liệu…", "Thôi kiểm tra", job)


def _show(window: "MainWindow", office: Path, findings: tuple[Finding, ...]) -> None:
    for former in window.all_pages():
        if isinstance(former, FindingsPage):
            window.drop_page(former)
    backups = window.commands["backups"].trigger
    page = FindingsPage(office, findings, lambda: _ask_where(window, office), backups)
    window.add_page(page)
    page.found.setFocus()


def _ask_where(window: "MainWindow", office: Path) -> None:
    ask_place(window, _NEW_FILE, f"{office.stem} lay lai", lambda to: save(window, office, to), only_new=True)


def save(window: "MainWindow", office: Path, to: Path) -> None:
    """Save what can be read into a new file, and offer to open that."""

    def done(made: Repair) -> None:
        review = f" Hãy xem lại {number(len(made.findings))} chỗ." if made.findings else ""
        what = f"Đã lấy lại {number(made.plans)} kế hoạch ra tệp {to}.{review}"
        window.messages.tell(
            *(Kind.GOOD, what, "Tệp đang dùng vẫn giữ nguyên."),
            ("Mở trong cửa sổ khác", lambda: open_other(window, to)),
        )

    window.messages.tell(Kind.INFO, f"Đang lấy lại dữ liệu ra {to.name}…")
    window.background.run(lambda _job: repaired(office, to, datetime.now().astimezone()), done)
