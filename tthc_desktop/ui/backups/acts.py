"""What the page of backups does: backing up now, checking, restoring into a new file, looking into one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.errors import UserError
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.safekeeping import Done, ask
from tthc_desktop.storage.backups import Stored, check, folder_of, is_locked, read, restore
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.backups import words
from tthc_desktop.ui.backups.page import BackupsPage
from tthc_desktop.ui.backups.secrets import with_secret
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.other_window import open_in_other_window
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.saving import FileKind, ask_place

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_NEW_FILE = FileKind("Khôi phục thành tệp mới", "Tệp dữ liệu của cơ quan", "tthc")
_FILES = "Bản sao lưu (*.tthc *.tthc.age);;Tất cả các tệp (*)"
Verdict = tuple[Stored, tuple[str, ...]]


class Checked(NamedTuple):
    """What a check has found wrong with each backup, and which of them it could not read."""

    found: list[Verdict]
    unread: list[tuple[Stored, UserError]]


def page_of(window: "MainWindow") -> BackupsPage | None:
    """Return the page of backups where it is open."""
    return next((page for page in window.all_pages() if isinstance(page, BackupsPage)), None)


def make_now(window: "MainWindow", office: Path) -> None:
    """Back the office up because the clerk asks for it."""
    _show_making(window, is_making=True)

    def done(made: Done) -> None:
        _show_making(window, is_making=False)
        _tell_made(window, made)

    def failed(error: Exception) -> None:
        _show_making(window, is_making=False)
        window.show_trouble(error)

    window.background.run(lambda _job: ask(office), done, failed)


def _tell_made(window: "MainWindow", made: Done) -> None:
    card = made.stored.backup if made.stored else None
    if made.stored is None:
        what = "Cơ quan chưa có dữ liệu nào nên chưa cần sao lưu."
        window.messages.tell(Kind.INFO, what, "Bản đầu tiên được ghi khi đã có kế hoạch.")
    elif card is None or not card.sound:
        what = "Đã sao lưu, nhưng đọc lại thì bản này không nguyên vẹn."
        window.messages.tell(Kind.WARNING, what, "Tệp dữ liệu có thể có chỗ hỏng; hãy giữ các bản sao lưu trước.")
    else:
        content = words.holds(card.content).replace(" · ", ", ")
        what = f"Đã sao lưu lúc {words.when(made.stored)}, đọc lại thấy nguyên vẹn: {content}."
        window.messages.tell(Kind.GOOD, what)
    if made.trouble is not None:
        window.messages.tell(Kind.WARNING, made.trouble.what, made.trouble.advice)


def _show_making(window: "MainWindow", *, is_making: bool) -> None:
    page = page_of(window)
    if page is not None:
        page.show_making(is_making=is_making)


def check_all(window: "MainWindow", chosen: Sequence[Stored]) -> None:
    """Read backups again from the first byte to the last."""

    def begin(secret: str) -> None:
        job = window.background.run(lambda job: _checked(job, chosen, secret), done)
        window.messages.work("Đang kiểm tra bản sao lưu…", "Thôi kiểm tra", job)

    def done(checked: Checked) -> None:
        page = page_of(window)
        if page is not None:
            page.note(checked.found)
        _tell_checked(window, checked)

    with_secret(window, locked=any(is_locked(one.path) for one in chosen), act=begin)


def wrong_with(stored: Stored, secret: str) -> tuple[str, ...]:
    """Return what is wrong inside a backup; that it has no card to be held against makes it no worse."""
    found = check(stored, secret)
    return found if stored.backup is not None else tuple(one for one in found if one != stored.trouble)


def _checked(job: Job, chosen: Sequence[Stored], secret: str) -> Checked:
    checked = Checked([], [])
    for place, stored in enumerate(chosen, 1):
        if job.cancelled:
            break
        try:
            checked.found.append((stored, wrong_with(stored, secret if is_locked(stored.path) else "")))
        except UserError as error:
            checked.unread.append((stored, error))
        job.progressed.emit(place, len(chosen))
    return checked


def _tell_checked(window: "MainWindow", checked: Checked) -> None:
    bad = [(stored, wrong) for stored, wrong in checked.found if wrong]
    if checked.unread:
        stored, error = checked.unread[0]
        count = len(checked.unread)
        whom = words.called(stored) if count == 1 else f"{number(count)} bản sao lưu"
        window.messages.tell(Kind.WARNING, f"Chưa kiểm tra được {whom}: {error.what}", error.advice)
    if bad:
        _tell_damaged(window, bad, len(checked.found))
    elif checked.found:
        count = len(checked.found)
        whom = words.called(checked.found[0][0]) if count == 1 else f"{number(count)} bản sao lưu"
        window.messages.tell(Kind.GOOD, f"Đã kiểm tra {whom}: nguyên vẹn, dùng được.")


def _tell_damaged(window: "MainWindow", bad: Sequence[Verdict], count: int) -> None:
    what = f"{number(len(bad))} trong {number(count)} bản sao lưu có chỗ hỏng, ghi ở cột Tình trạng."
    if count == 1:
        stored, wrong = bad[0]
        name = words.called(stored)
        what = f"{name[0].upper()}{name[1:]} có chỗ hỏng: {' '.join(wrong)}"
    advice = "Các bản khác không bị ảnh hưởng; hãy bấm Sao lưu ngay để có thêm một bản tốt."
    window.messages.tell(Kind.ERROR, what, advice)


def restore_as_new(window: "MainWindow", stored: Stored) -> None:
    """Copy a backup into a file of its own, and offer to open that."""
    at = stored.backup.at.astimezone() if stored.backup else None
    name = f"van-phong {at:%Y-%m-%d %H.%M}" if at else stored.path.name.partition(".")[0]

    def ask_where(secret: str) -> None:
        ask_place(window, _NEW_FILE, name, lambda to: write(to, secret), only_new=True)

    def write(to: Path, secret: str) -> None:
        window.messages.tell(Kind.INFO, f"Đang khôi phục thành {to.name}…")
        window.background.run(lambda _job: restore(stored, to, secret), lambda _: tell(to))

    def tell(to: Path) -> None:
        offer = ("Mở trong cửa sổ khác", lambda: open_other(window, to))
        what = f"Đã khôi phục {words.called(stored)} thành tệp {to}."
        window.messages.tell(Kind.GOOD, what, "Dữ liệu hiện nay vẫn giữ nguyên.", offer)

    with_secret(window, locked=is_locked(stored.path), act=ask_where)


def open_other(window: "MainWindow", office: Path) -> None:
    """Open another file of an office in a window of its own."""
    if not open_in_other_window(office):
        what = "Không mở được cửa sổ thứ hai của chương trình."
        window.messages.tell(Kind.ERROR, what, f"Hãy mở tệp “{office}” bằng chương trình này.")


def ask_file(window: "MainWindow") -> QFileDialog:
    """Ask for a backup that lies elsewhere, as on the stick of a computer that was lost, and list it."""
    dialog = QFileDialog(window, "Mở bản sao lưu từ nơi khác", "", _FILES)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    open_in_last(dialog, window.memory)

    def show(name: str) -> None:
        page = page_of(window)
        if page is not None:
            page.show_file(Path(name))

    dialog.fileSelected.connect(show)
    dialog.open()
    return dialog


def look_into(window: "MainWindow", stored: Stored, then: Callable[[Holdings], None]) -> None:
    """Read what a backup holds in the background."""

    def begin(secret: str) -> None:
        job = window.background.run(lambda _job: read(stored, secret), show)
        window.messages.work(f"Đang mở {words.called(stored)}…", "Thôi mở", job)

    def show(found: Holdings) -> None:
        window.messages.clear()
        then(found)

    with_secret(window, locked=is_locked(stored.path), act=begin)


def open_folder(window: "MainWindow", office: Path) -> None:
    """Show the folder of backups in the system's own program for files."""
    folder = folder_of(office)
    if folder.is_dir():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    else:
        what = "Chưa có thư mục sao lưu."
        window.messages.tell(Kind.INFO, what, "Thư mục được tạo khi có bản sao lưu đầu tiên.")
