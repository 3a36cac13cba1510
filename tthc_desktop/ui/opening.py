"""What happens after the first paint: heavy imports in a worker, then the office is opened."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from tthc_desktop.errors import DamagedError, UserError
from tthc_desktop.resources import resource
from tthc_desktop.ui import bugs, look
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.language import catalogue, speak_vietnamese
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.singletons import hold_for_ever
from tthc_desktop.ui.toolbar import fit_toolbar

_BEGINNING = b"SQLite format 3"
"""What an office's file begins with."""


def begin_work(
    window: MainWindow,
    office: Path | None,
    opened: Callable[[MainWindow], object] | None = None,
    *,
    sample: bool = False,
) -> None:
    """Finish the window's set-up and open the office, or the sample one, which is thrown away."""
    hold_for_ever()
    application = QCoreApplication.instance()
    assert isinstance(application, QApplication)
    speak_vietnamese(application)
    look.follow_system(application)
    load_page_fonts()
    folder = Path(tempfile.mkdtemp(prefix="tthc-")) if sample else None
    if folder is not None:
        application.aboutToQuit.connect(lambda: shutil.rmtree(folder, ignore_errors=True))
    path = folder / "mau.tthc" if folder else office

    def go_on(_: None) -> None:
        from tthc_desktop.ui.bug_reports.telling import tell_crashes  # noqa: PLC0415 - not needed before the first paint
        from tthc_desktop.ui.guide.news import tell_news  # noqa: PLC0415
        from tthc_desktop.ui.particulars.opening import greet  # noqa: PLC0415

        tell_crashes(window)
        open_office(window, path, sample=sample)
        tell_news(window)
        greet(window)
        window.background.run(_warm_up_commands, _done)
        if opened is not None:
            opened(window)

    window.background.run(_warm_up, go_on)


def load_page_fonts() -> None:
    """Make the font of the printed page known to Qt."""
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"LiberationSerif-{face}.ttf")))


def _warm_up(_job: Job) -> None:
    """Import what opening needs, outside the window's thread."""
    import tthc_desktop.office  # noqa: PLC0415
    import tthc_desktop.ui.bug_reports.telling  # noqa: PLC0415
    import tthc_desktop.ui.keeping_safe  # noqa: PLC0415
    import tthc_desktop.ui.overview.reminding  # noqa: PLC0415
    import tthc_desktop.ui.particulars.opening  # noqa: PLC0415
    import tthc_desktop.ui.plan.page  # noqa: F401, PLC0415

    catalogue()


def _warm_up_commands(_job: Job) -> None:
    """Import what the first command and the first plan need, before anybody asks for them."""
    import tthc_desktop.ui.office_commands  # noqa: PLC0415
    import tthc_desktop.ui.plan.furnishing  # noqa: F401, PLC0415


def _done(_: None) -> None:
    """Go on as before: nothing waits for what was imported."""


def open_office(window: MainWindow, path: Path | None, *, sample: bool = False, safe: bool = True) -> None:
    """Open the office's file; where it cannot be opened, say why and offer to try again.

    It is kept safe by backups, but for one that is thrown away.
    """
    from tthc_desktop.office import Office  # noqa: PLC0415 - imported by `_warm_up`
    from tthc_desktop.settings import log_folder, office_file  # noqa: PLC0415
    from tthc_desktop.storage.opening import is_older  # noqa: PLC0415 - as above
    from tthc_desktop.surroundings import warnings  # noqa: PLC0415 - as above

    fit_toolbar(window)
    place = path
    try:
        place = path or office_file()
        if is_older(place):
            _bring_up_to_date(window, place, lambda: open_office(window, place, sample=sample, safe=safe))
            return
        office = Office.open(place)
        window.desk.open(office)
    except UserError as error:
        _say_closed(window, place, error, sample=sample, safe=safe)
        return
    bugs.keep_log(log_folder())
    if safe and not sample:
        window.desk.keep_safe(office)
    if said := [] if sample else [*warnings(office, datetime.now().astimezone())]:
        window.messages.tell(Kind.WARNING, " ".join(map(str, said)))
    if sample:
        from tthc_desktop.ui.particulars.sample import show_sample_office  # noqa: PLC0415 - for the sample office alone

        show_sample_office(window)


def _bring_up_to_date(window: MainWindow, path: Path, go_on: Callable[[], object]) -> None:
    """Upgrade an older file in a worker, its plans printed before it is taken; then go on."""
    from tthc_desktop.documents.printable import check_print  # noqa: PLC0415 - for older files alone
    from tthc_desktop.office import Office  # noqa: PLC0415

    def upgrade(_job: Job) -> None:
        Office.open(path, check_print).close()

    def failed(error: Exception) -> None:
        if isinstance(error, UserError):
            _say_closed(window, path, error, sample=False, safe=True)
        else:
            window.show_trouble(error)

    def done(_: None) -> None:
        window.messages.clear()
        go_on()

    window.messages.tell(Kind.INFO, "Đang nâng cấp tệp dữ liệu của cơ quan…", "Tệp cũ được sao lưu trước; xin chờ.")
    window.background.run(upgrade, done, failed)


def _say_closed(window: MainWindow, path: Path | None, error: UserError, *, sample: bool, safe: bool) -> None:
    """Say why there is no office; out of a damaged file lead ways to one, elsewhere there is another try."""
    window.start.say_closed()
    if path is not None and (isinstance(error, DamagedError) or _has_lost_its_head(path)):
        from tthc_desktop.ui.rescue.opening import open_rescue  # noqa: PLC0415 - seldom needed

        open_rescue(window, path, error, lambda other: open_office(window, other, safe=safe))
        return
    from tthc_desktop.ui.rescue.opening import choose_other  # noqa: PLC0415 - as above

    again = ("Thử lại", lambda: open_office(window, path, sample=sample, safe=safe))
    other = ("Chọn tệp khác…", lambda: choose_other(window, lambda chosen: open_office(window, chosen, safe=safe)))
    leave = ("Đóng cửa sổ này", window.close)
    window.messages.tell(Kind.ERROR, error.what, error.advice, again, other, leave)


def _has_lost_its_head(path: Path) -> bool:
    """Tell whether a file that is named as an office's does not begin as one."""
    if path.suffix != ".tthc" or not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(_BEGINNING)) != _BEGINNING
    return False
