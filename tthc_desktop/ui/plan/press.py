"""What the preview shows, printed in a worker: the pages in sight at once, after a rest the whole file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.background import Background, Job

if TYPE_CHECKING:
    from tthc_desktop.documents.writing.pdf import Layout

_FIRST = (0, 1)
"""The pages that are drawn while nothing is in sight yet."""
REST = 300
"""For how many milliseconds nothing is asked for before the whole file is made."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Some pages of a plan, counted from 0, as a PDF."""

    layout: "Layout"
    numbers: Sequence[int]
    data: bytes

    @property
    def is_whole(self) -> bool:
        """Tell whether these are all pages: the bytes are then those of the file."""
        return list(self.numbers) == list(range(len(self.layout.pages)))


def printed(plan: Plan, before: "Layout | None", wanted: Iterable[int]) -> Printed:
    """Lay a plan out and draw some of its pages."""
    from tthc_desktop.documents.writing.pdf import lay_out  # noqa: PLC0415 - loaded in the worker, when first needed

    return drawn(lay_out(plan, before), wanted)


def drawn(layout: "Layout", wanted: Iterable[int], stopped: Callable[[], bool] = bool) -> Printed:
    """Draw pages of a layout, the last one in place of those that it does not have."""
    from tthc_desktop.documents.writing.pdf import draw  # noqa: PLC0415 - loaded in the worker, when first needed

    last = len(layout.pages) - 1
    numbers = sorted({min(number, last) for number in wanted})
    return Printed(layout, numbers, draw(layout, numbers, stopped))


class Press(QObject):
    """Prints one plan after the other: one job at a time, what is in sight before what is not.

    The whole file is given up as soon as something in sight is wanted.
    """

    came = Signal(object)
    """What has been Printed."""
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._plan: Plan | None = None
        self._wanted: tuple[int, ...] = ()
        self._layout: Layout | None = None
        self._lacks_file = False
        self._job: Job | None = None
        self.destroyed.connect(background.sweep.soon)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._go_on)

    def print_plan(self, plan: Plan, wanted: Sequence[int]) -> None:
        """Print a plan, of which these pages are in sight."""
        self._plan, self._wanted = plan, tuple(wanted) or _FIRST
        self._go_on()

    def print_pages(self, wanted: Sequence[int]) -> None:
        """Print further pages of the plan that was printed last."""
        if self._plan is None:
            self._wanted = tuple(wanted)
            self._go_on()

    def _go_on(self) -> None:
        """Start what is due, unless something is under way."""
        if self._job is not None:
            return
        plan, wanted, layout = self._plan, self._wanted, self._layout
        self._plan, self._wanted = None, ()
        if plan is not None:
            self._start(lambda _job: printed(plan, layout, wanted))
        elif layout is not None and (there := [number for number in wanted if number < len(layout.pages)]):
            self._start(lambda _job: drawn(layout, there))
        elif layout is not None and self._lacks_file and not self._rest.isActive():
            pages = range(len(layout.pages))
            self._start(lambda job: drawn(layout, pages, lambda: job.cancelled or self._is_hurried()))

    def _start(self, work: Callable[[Job], Printed]) -> None:
        self._job = self._background.run(work, self._take, self._fail)
        self.destroyed.connect(self._job.cancel)

    def _is_hurried(self) -> bool:
        """Tell whether something in sight waits; asked in the worker."""
        return self._plan is not None or bool(self._wanted)

    def _take(self, found: Printed) -> None:
        self._job = None
        if found.layout is not self._layout:
            self._layout, self._lacks_file = found.layout, True
        if found.data:
            self._lacks_file &= not found.is_whole
            self.came.emit(found)
        self._rest.start()
        self._go_on()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._lacks_file = False
        self.failed.emit(error)
        self._go_on()
