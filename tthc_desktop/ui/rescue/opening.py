"""From a file that cannot be opened to an office that is: the page with the ways out, and each way."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.errors import UserError
from tthc_desktop.storage.backups import Stored
from tthc_desktop.storage.rescuing import Rescue, newest_sound, put_backup_in_place, put_repaired_in_place
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.rescue.page import RescuePage, Ways

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

Open = Callable[[Path], object]


def open_rescue(window: "MainWindow", office: Path, error: UserError, open_office: Open) -> RescuePage:
    """Bring the ways out of a damaged file to the front; `open_office` opens the office where one succeeds."""
    for former in window.all_pages():
        if isinstance(former, RescuePage):
            window.drop_page(former)
    ways = Ways(
        repair=lambda: _rescue(window, page, office, partial(_repaired, office), open_office),
        take_backup=lambda stored: _rescue(window, page, office, partial(_from_backup, office, stored), open_office),
        choose=lambda: choose_other(window, lambda other: _turn_to(window, page, other, open_office)),
        again=lambda: _turn_to(window, page, office, open_office),
        backups=window.commands["backups"].trigger,
        go_on=window.commands["home"].trigger,
    )
    page = RescuePage(office, error, ways)
    window.add_page(page)
    page.repair.setFocus()
    window.background.run(lambda _job: newest_sound(office), page.show_backup)
    return page


def choose_other(window: "MainWindow", act: Open) -> None:
    """Ask for another office's file."""
    dialog = QFileDialog(
        window, "Chọn tệp dữ liệu của cơ quan", "", "Tệp dữ liệu của cơ quan (*.tthc);;Tất cả các tệp (*)"
    )
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    open_in_last(dialog, window.memory)
    dialog.fileSelected.connect(lambda chosen: act(Path(chosen)))
    dialog.open()


def _turn_to(window: "MainWindow", page: RescuePage, office: Path, open_office: Open) -> None:
    window.drop_page(page)
    open_office(office)


def _repaired(office: Path, _job: Job) -> Rescue:
    return put_repaired_in_place(office, datetime.now().astimezone())


def _from_backup(office: Path, stored: Stored, _job: Job) -> Rescue:
    return put_backup_in_place(office, stored, datetime.now().astimezone())


def _rescue(
    window: "MainWindow", page: RescuePage, office: Path, work: Callable[[Job], Rescue], open_office: Open
) -> None:
    """Do what was chosen in a worker, then open the office and tell what was saved."""
    page.show_working(on=True)

    def done(rescue: Rescue) -> None:
        page.show_rescue(rescue)
        window.messages.clear()
        open_office(office)
        window.pages.setCurrentWidget(page)
        page.go_on.setFocus()

    def failed(error: Exception) -> None:
        page.show_working(on=False)
        window.show_trouble(error)

    window.background.run(work, done, failed)
