"""Files read in a worker one after the other; what has been read is told at once and stays when the rest is stopped."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tthc_desktop.documents.reading.own_process import OwnProcess
from tthc_desktop.documents.reading.several import FileRead, read_several
from tthc_desktop.ui.background import Background, Job
from tthc_desktop.ui.stopping import step_of


class Course(QObject):
    """Reads files until all are read or it is stopped. It outlives its page, for the worker tells through it."""

    came = Signal(object)
    """A FileRead."""
    told = Signal(int, int)
    """How many pages of the file under way are read, of how many."""
    ended = Signal()
    failed = Signal(object)

    def __init__(self, background: Background, page: QObject) -> None:
        super().__init__(background)
        self._background = background
        self._job: Job | None = None
        page.destroyed.connect(self._leave)

    @property
    def working(self) -> bool:
        """Whether files are being read."""
        return self._job is not None

    def read(self, names: Mapping[Path, str]) -> None:
        """Read files by what they are called."""
        wanted = dict(names)

        def work(job: Job) -> None:
            with OwnProcess() as process:
                for found in read_several(wanted, step_of(job), process.ask):
                    if job.cancelled:
                        return
                    self._tell(found)

        self._job = self._background.run(work, lambda _none: self._end(), self._fail)
        self._job.progressed.connect(self.told)

    def _tell(self, found: FileRead) -> None:
        self.came.emit(found)

    def stop(self) -> None:
        """Read no further."""
        if self._job is not None:
            self._job.cancel()
            self._end()

    def _end(self) -> None:
        self._job = None
        self.ended.emit()

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _leave(self) -> None:
        """Go with the page, as soon as the worker has come back."""
        job, self._job = self._job, None
        if job is None:
            self.deleteLater()
        else:
            job.cancel()
            job.destroyed.connect(self.deleteLater)
