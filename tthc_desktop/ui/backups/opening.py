"""Opening the page of backups, and the page that looks into one of them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.errors import UserError
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.office import Office
from tthc_desktop.safekeeping import choices_of, is_there
from tthc_desktop.storage.backups import Stored, described, listed
from tthc_desktop.ui.backups import acts
from tthc_desktop.ui.backups.elsewhere import elsewhere
from tthc_desktop.ui.backups.going_back import ask_to_go_back
from tthc_desktop.ui.backups.inside.opening import open_inside
from tthc_desktop.ui.backups.page import BackupsPage, Doing, Found
from tthc_desktop.ui.backups.setting_up import SettingUpDialog
from tthc_desktop.ui.backups.words import Now

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_backups(window: "MainWindow") -> BackupsPage | None:
    """Bring the page to the front."""
    office = window.desk.office
    if office is None:
        return None
    page = acts.page_of(window)
    if page is None:
        page = BackupsPage(_doing(window, office), window.memory, window.background)
        window.desk.heard.connect(page.hear)
        if window.desk.safe is not None:
            window.desk.safe.ended.connect(page.look_again)
        window.add_page(page)
    window.pages.setCurrentWidget(page)
    page.panes_in_order()[0].setFocus()
    return page


def _doing(window: "MainWindow", office: Office) -> Doing:
    return Doing(
        find=lambda shown: _finding(office, shown),
        titles=lambda: {str(plan.title) for plan in office.plans.values()},
        make=lambda: acts.make_now(window, office.path),
        check=partial(acts.check_all, window),
        look_into=lambda stored: acts.look_into(window, stored, partial(_show, window, stored)),
        restore=partial(acts.restore_as_new, window),
        go_back=lambda stored: ask_to_go_back(window, office.path, stored),
        show_file=lambda: acts.ask_file(window),
        set_up=lambda: set_up(window, office),
        open_folder=lambda: acts.open_folder(window, office.path),
    )


def _finding(office: Office, shown: Sequence[Path]) -> Callable[[], Found]:
    path = office.path
    return lambda: Found(listed(path), tuple(elsewhere(shown)), _now(path), _second(path))


def _now(office: Path) -> Now | None:
    """Return what the office holds; a file that cannot be read must not hide its backups."""
    try:
        return Now(*described(office))
    except UserError:
        return None


def _second(office: Path) -> str:
    """Return how it stands with the second place."""
    choices = choices_of(office)
    if choices.second is None:
        return "Chưa có nơi sao lưu thứ hai: máy hỏng hay mất thì mất cả các bản này. Chọn nơi đó trong Thiết lập."
    if not is_there(office, choices):
        return f"Không thấy nơi thứ hai “{choices.second}”; khi thấy lại, chương trình chép bù."
    return f"Nơi thứ hai: {choices.second}{', có khóa' if choices.locked else ''}"


def set_up(window: "MainWindow", office: Office) -> SettingUpDialog:
    """Ask where backups go besides this computer, and whether they are locked there."""

    def renew() -> None:
        page = acts.page_of(window)
        if page is not None:
            page.renew()

    dialog = SettingUpDialog(window, office.path, renew)
    dialog.open()
    return dialog


def _show(window: "MainWindow", stored: Stored, then: Holdings) -> None:
    open_inside(window, stored, then)
