"""Work outside the window's thread, on frozen values only."""

import gc
import sys
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from tthc_desktop.ui.garbage import Sweep

T = TypeVar("T")
OnError = Callable[[Exception], None]
_TURN = 0.0002
"""Seconds after which a worker lets the window go on. Each key makes the window ask some ten times; with Python's own
5 ms, typing beside a worker is slower than the hands."""


class Job(QObject):
    """One piece of work under way. What it calls back is called in the window's thread, or never after `cancel`."""

    progressed = Signal(int, int)

    def __init__(self, parent: QObject, on_result: Callable[[Any], None], on_error: OnError) -> None:
        super().__init__(parent)
        self._on_result = on_result
        self._on_error = on_error
        self.cancelled = False
        self.running = True

    def cancel(self) -> None:
        """Forget the work; a function that asks `cancelled` may end early."""
        self.cancelled = True

    def deliver(self, result: object, error: Exception | None) -> None:
        """Call back with what came of the work."""
        self.running = False
        if not self.cancelled and error is None:
            self._on_result(result)
        elif not self.cancelled and error is not None:
            self._on_error(error)
        self.deleteLater()


class Background(QObject):
    """A few threads for reading, writing and printing.

    While one of them works Python looks for no garbage: it would do so in whatever thread asks for memory, and there
    destroy what belongs to the window.
    """

    _ended = Signal(object, object, object)
    """A job, its result and what was raised. Told by an object that outlives the worker: a job is deleted once it is
    delivered, which may be before the worker has come back from telling."""

    def __init__(self, parent: QObject | None, on_error: OnError) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self.sweep = Sweep(self)
        self._pool = QThreadPool(self)
        self._on_error = on_error
        self._jobs: list[Job] = []
        self._is_over = False
        self._ended.connect(self._deliver)

    def run(self, function: Callable[[Job], T], on_result: Callable[[T], None], on_error: OnError | None = None) -> Job:
        """Call `function` in a worker with its job, then `on_result`, or `on_error` with what was raised."""
        self._jobs = [job for job in self._jobs if job.running]
        job = Job(self, on_result, on_error or self._on_error)
        if self._is_over:
            job.cancel()
            return job
        self._jobs.append(job)
        gc.disable()
        self._pool.start(lambda: self._work(job, function))
        return job

    def _deliver(self, job: Job, result: object, error: Exception | None) -> None:
        try:
            job.deliver(result, error)
        finally:
            if not any(other.running for other in self._jobs):
                gc.enable()

    def _work(self, job: Job, function: Callable[[Job], object]) -> None:
        """Run in the worker's thread."""
        try:
            result, error = None if job.cancelled else function(job), None
        except Exception as trouble:  # noqa: BLE001 - carried to the window's thread, where it is told apart
            result, error = None, trouble
        self._ended.emit(job, result, error)

    def finish(self) -> None:
        """Cancel what is under way, wait for its end, and begin nothing any more."""
        self._is_over = True
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()
        gc.enable()


class Latest(QObject, Generic[T]):
    """Runs one kind of work again and again: while one run is under way only the newest request waits.

    It belongs to an owner, to whom nothing is told once it is gone.
    """

    def __init__(
        self, owner: QObject, background: Background, on_result: Callable[[T], None], on_error: OnError
    ) -> None:
        super().__init__(owner)
        self._background = background
        self._on_result = on_result
        self._on_error = on_error
        self._job: Job | None = None
        self._waiting: Callable[[Job], T] | None = None

    @property
    def working(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self, function: Callable[[Job], T]) -> None:
        """Run the function now or after the run under way."""
        if self._job is None:
            self._start(function)
        else:
            self._waiting = function

    def _start(self, function: Callable[[Job], T]) -> None:
        self._job = self._background.run(function, self._done, self._failed)
        self.destroyed.connect(self._job.cancel)

    def _done(self, result: T) -> None:
        if not self._next():
            self._on_result(result)

    def _failed(self, error: Exception) -> None:
        if not self._next():
            self._on_error(error)

    def _next(self) -> bool:
        """Start the waiting request, which makes the result in hand old."""
        self._job, waiting, self._waiting = None, self._waiting, None
        if waiting is not None:
            self._start(waiting)
        return waiting is not None
