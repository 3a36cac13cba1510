"""What the window asks of every page in its tab strip."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page of the window; what a page does not have it leaves as it is here."""

    told = Signal()
    """Something that the frame shows of the page has changed."""
    troubled = Signal(object)
    """An exception to be shown: known trouble, or a bug from a worker."""

    done = Signal(str)
    """What a command has done, to be told together with Hoàn tác."""
    finished = Signal()
    """The page has done its work and should be closed."""

    plan_id = ""
    """The plan that the page edits."""
    about = ""
    """The plan that the page tells of, without editing it."""
    drawing = ""

    def title(self) -> str:
        """Return the words of the page's tab."""
        return ""

    def chapter(self) -> str:
        """Return the chapter of the guide, or `chapter#heading`, that F1 opens here."""
        return ""

    def chosen_plan(self) -> str:
        """Return the plan that Xóa kế hoạch is about, empty when there is none."""
        return self.plan_id

    def chosen_plans(self) -> tuple[str, ...]:
        """Return the plans that In is about: the one in front, or all that are chosen in a list."""
        return (self.plan_id,) if self.plan_id else ()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the menus' commands do here now; one that is not named cannot be done."""
        return {}

    def selected(self) -> str:
        """Return the selected words that a search could be for, empty when there are none."""
        return ""

    def commit(self) -> None:
        """Take what is being typed."""

    def is_unwritten(self) -> bool:
        """Tell whether words are left, after `commit`, that could not be written."""
        return False

    def leave(self) -> None:
        """Keep what should be the same next time; called before the page is closed."""

    def panes_in_order(self) -> list[QWidget]:
        """Return the panes that F6 goes through."""
        return []

    def pane(self, _name: str) -> QWidget | None:
        """Return a pane that can be hidden, None when the page has none of that name."""
        return None

    def zoom(self, _steps: int) -> None:
        """Show the paper larger or smaller; 0 fits it to the width."""

    def remark(self) -> str:
        """Return a quiet word for the status bar."""
        return ""

    def place(self) -> tuple[int | None, str, str]:
        """Return for the status bar: places to look at, page, scale."""
        return None, "", ""
