"""The frame: menus, toolbar, pages in a tab strip, messages and status bar."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from tthc_desktop.errors import UserError
from tthc_desktop.ui import actions, bugs, focus, look, menus
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.composing import end_composing
from tthc_desktop.ui.controls import FRAME, column
from tthc_desktop.ui.desk import Desk
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.messages import Kind, Messages, Offer
from tthc_desktop.ui.page_strip import PageStrip
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.start_page import COMMANDS, StartPage
from tthc_desktop.ui.status import Status

if TYPE_CHECKING:
    from tthc_desktop.ui.bug_reports.crashes import Watch
    from tthc_desktop.ui.bug_reports.making import Trouble
    from tthc_desktop.ui.searching.quick import Quick

P = TypeVar("P", bound=Page)
TITLE = "TTHC Desktop"
SMALLEST = QSize(760, 460)
USUAL = QSize(1280, 720)
LOOKS = {"look_system": "", "look_light": "light", "look_dark": "dark"}


class MainWindow(QMainWindow):
    """Holds the pages; what is done with the office is the desk's."""

    def __init__(self, memory: QSettings) -> None:
        super().__init__()
        self.memory = memory
        self.called = TITLE
        """What the title bar calls the window, behind the page in front."""
        self.messages = Messages()
        self.status = Status()
        self.background = Background(self, self.show_trouble)
        self.desk = Desk(self)
        known = {**self._handlers(), **self.desk.handlers()}
        self._of_page = {c.name: self._on_page(c.name) for c in menus.commands() if c.name not in known}
        self.commands = actions.build(self, {**known, **self._of_page})
        self.start = StartPage({name: self.commands[name].trigger for name in COMMANDS})
        self.pages = PageStrip(self.start)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self.quick: Quick | None = None
        self.bug: Trouble | None = None
        """What went wrong last, for the report."""
        self.watch: Watch | None = None
        self._holds_on = True
        """Whether words that cannot be written keep the window open."""
        self._build()
        self.add_page(self.start)
        self.pages.currentChanged.connect(self._turned)
        self.refresh()

    def _build(self) -> None:
        self.setWindowTitle(TITLE)
        self.setWindowIcon(icon("app"))
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.setStatusBar(self.status)
        holder = QWidget()
        holder.setLayout(column(self.messages, self.pages, gap=0))
        self.setCentralWidget(holder)
        self.status.asked.connect(lambda: self._show_pane("problems"))
        shape = self.memory.value("window/shape")
        if isinstance(shape, QByteArray):
            self.restoreGeometry(shape)
        if not self.isMaximized():
            self._fit_screen()

    def _fit_screen(self) -> None:
        """Be no larger than the screen, which may have other measures or another scale than last time."""
        room = self.screen().availableGeometry()
        size = self.size().boundedTo(room.size() - FRAME)
        if size != self.size():
            self.resize(size)
            self.move(room.topLeft())

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "home": lambda: self.pages.setCurrentWidget(self.start),
            "close_page": lambda: self.close_page(self.page()),
            "quit": self.close,
            "cut": lambda: focus.send("cut"),
            "copy": lambda: focus.send("copy"),
            "paste": lambda: focus.send("paste"),
            "select_all": lambda: focus.send("selectAll"),
            "bold": lambda: focus.send("emphasise", bold=True),
            "italic": lambda: focus.send("emphasise", italic=True),
            "outline": lambda: self._toggle_pane("outline"),
            "preview": lambda: self._toggle_pane("preview"),
            "problems": lambda: self._toggle_pane("problems"),
            "zoom_in": lambda: self.page().zoom(1),
            "zoom_out": lambda: self.page().zoom(-1),
            "zoom_fit": lambda: self.page().zoom(0),
            "look_system": lambda: self._choose_look(""),
            "look_light": lambda: self._choose_look("light"),
            "look_dark": lambda: self._choose_look("dark"),
            "next_pane": lambda: focus.cycle(self.page().panes_in_order(), 1),
            "previous_pane": lambda: focus.cycle(self.page().panes_in_order(), -1),
            "quick": lambda: self._quick().open(),
            "go_to": lambda: self._quick().go(),
            "guide": lambda: self._open_guide(self.page().chapter()),
            "news": lambda: self._open_guide("CHANGELOG"),
            "keys": self._show_keys,
            "report_bug": self._report_bug,
            "update": self._show_update,
            "licences": self._show_licences,
            "about": self._show_about,
        }

    # Pages

    def page(self) -> Page:
        """Return the page in front."""
        return self.pages.front()

    def all_pages(self) -> list[Page]:
        """Return the pages from left to right."""
        return self.pages.all_pages()

    def bring(self, kind: type[P], about: str = "") -> P | None:
        """Bring the page of a kind, about that plan where one is named, to the front; None when there is none yet."""
        pages = (page for page in self.all_pages() if isinstance(page, kind))
        found = next((page for page in pages if about in {"", page.about}), None)
        if found is not None:
            self.pages.setCurrentWidget(found)
        return found

    def add_page(self, page: Page) -> None:
        """Put a page behind the others and bring it to the front."""
        page.told.connect(self._soon.start)
        page.troubled.connect(self.show_trouble)
        page.done.connect(self.tell_done)
        page.finished.connect(lambda: self.close_page(page))
        self.pages.put(page, None if page is self.start else lambda: self.close_page(page))

    def close_page(self, page: Page) -> None:
        """Take a page away after what is typed in it has been taken."""
        if page is self.start:
            return
        page.commit()
        if page.is_unwritten():
            self._keep_open(("Đóng thẻ, bỏ chữ đó", lambda: self.drop_page(page)))
        else:
            self.drop_page(page)

    def _keep_open(self, give_up: Offer) -> None:
        what = "Chữ vừa gõ chưa ghi được nên chưa đóng."
        self.messages.tell(Kind.WARNING, what, "Hãy xử lý lỗi rồi đóng lại, hoặc chép chữ đó ra nơi khác.", give_up)

    def drop_page(self, page: Page) -> None:
        """Take away a page that has nothing to take from."""
        page.leave()
        self.pages.removeTab(self.pages.indexOf(page))
        focus.hand_over(self.page())
        page.deleteLater()

    def _turned(self) -> None:
        end_composing()
        for page in self.all_pages():
            if page is not self.page():
                page.commit()
        self.refresh()

    # What the frame shows

    def refresh(self) -> None:
        """Bring titles, commands and the status bar up to date with the page and the office."""
        page = self.page()
        self.pages.show_titles()
        self.setWindowTitle(self.called if page is self.start else f"{page.title()} – {self.called}")
        for name in menus.OF_A_PLAN:
            self.commands[name].setEnabled(bool(page.plan_id))
        known = page.commands()
        for name in self._of_page:
            self.commands[name].setEnabled(name in known)
        self.commands["print"].setEnabled(bool(page.chosen_plans()))
        self.commands["delete"].setEnabled(bool(page.chosen_plan()))
        for name in ("outline", "preview", "problems"):
            pane = page.pane(name)
            self.commands[name].setChecked(pane is not None and not pane.isHidden())
        for name, choice in LOOKS.items():
            self.commands[name].setChecked(choice == look.chosen(_application()))
        for name in ("bold", "italic"):
            self.commands[name].setEnabled(bool(page.plan_id))
        self.commands["close_page"].setEnabled(page is not self.start)
        self.status.show_place(*page.place())
        self.status.remark.setText(page.remark())
        self.desk.refresh(self.commands)

    def show_trouble(self, error: Exception) -> None:
        """Show known trouble as a bar; anything else is a bug."""
        if isinstance(error, UserError):
            self.messages.trouble(error)
        else:
            bugs.note(error)
            self.show_bug(error)

    def tell_done(self, what: str) -> None:
        """Say what a command has done, and offer to take it back."""
        self.messages.tell(Kind.GOOD, what, "", ("Hoàn tác", self.desk.undo))

    def show_bug(self, error: BaseException) -> None:
        """Say that the program went wrong, and offer to report it."""
        from tthc_desktop.ui.bug_reports.telling import tell_bug  # noqa: PLC0415 - not needed before the first paint

        tell_bug(self, error)

    def _toggle_pane(self, name: str) -> None:
        pane = self.page().pane(name)
        if pane is not None:
            pane.setVisible(pane.isHidden())
        self.refresh()

    def _show_pane(self, name: str) -> None:
        pane = self.page().pane(name)
        if pane is not None:
            pane.show()
        self.refresh()

    def _choose_look(self, choice: str) -> None:
        look.choose(_application(), choice)
        self.memory.setValue("window/look", choice)
        self.refresh()

    def _on_page(self, name: str) -> Callable[[], object]:
        """Return what does a command that belongs to the page in front."""

        def act() -> None:
            known = self.page().commands()  # may be fewer than the frame last showed
            if name in known:
                known[name]()

        return act

    def _quick(self) -> "Quick":
        from tthc_desktop.ui.searching.quick import Quick  # noqa: PLC0415 - not needed before the first paint

        if self.quick is None:
            self.quick = Quick(self)
        return self.quick

    def _open_guide(self, chapter: str) -> None:
        from tthc_desktop.ui.guide.opening import open_guide  # noqa: PLC0415 - not needed before the first paint

        open_guide(self, chapter)

    def _show_keys(self) -> None:
        from tthc_desktop.ui.help import show_keys  # noqa: PLC0415 - not needed before the first paint

        show_keys(self)

    def _show_update(self) -> None:
        from tthc_desktop.ui.updating import show_update  # noqa: PLC0415 - not needed before the first paint

        show_update(self)

    def _show_licences(self) -> None:
        from tthc_desktop.ui.licences import show_licences  # noqa: PLC0415 - not needed before the first paint

        show_licences(self)

    def _show_about(self) -> None:
        from tthc_desktop.ui.help import show_about  # noqa: PLC0415 - not needed before the first paint

        show_about(self)

    def _report_bug(self) -> None:
        from tthc_desktop.ui.bug_reports.telling import report_bug  # noqa: PLC0415 - not needed before the first paint

        report_bug(self)

    def createPopupMenu(self) -> None:
        """Offer no menu that hides the toolbar."""

    def _close_anyway(self) -> None:
        self._holds_on = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is typed, keep the window's shape, end the work in the background, close the office.

        From then on the window is out of sight, for a large office takes a while to be backed up.
        """
        for page in self.all_pages():
            page.commit()
        if self._holds_on and any(page.is_unwritten() for page in self.all_pages()):
            self._keep_open(("Đóng chương trình, bỏ chữ đó", self._close_anyway))
            event.ignore()
            return
        for page in self.all_pages():
            page.leave()
        self.memory.setValue("window/shape", self.saveGeometry())
        self.hide()
        self.background.finish()
        self.desk.close()
        if self.watch is not None:
            self.watch.end()
        super().closeEvent(event)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
