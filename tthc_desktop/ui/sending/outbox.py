"""Writing the sheets in the background and remembering that they went out: both, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from tthc_desktop.models.agenda.periodic import periodic
from tthc_desktop.models.holdings import progress_of
from tthc_desktop.models.sending.going_out import Outgoing, Round, outgoing, sending_change
from tthc_desktop.models.sending.workshare import WorkShare
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.messages import Kind

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Post:
    """What is to go out: the shares of the units, the units that the register lacks, where to and until when."""

    shares: tuple[WorkShare, ...]
    new_units: tuple[Unit, ...]
    folder: Path
    due: date
    period: str = ""
    """The key of the span that the sheets report on; empty for the plan as a whole."""


class Outbox(QObject):
    """Sends one post. Sheets that were written but not remembered are taken away again."""

    sent = Signal()
    ended = Signal()
    """The work is over, well or not."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._written: tuple[Path, ...] = ()

    def send(self, post: Post) -> None:
        """Begin to write; the window goes on meanwhile."""
        office = self._window.desk.office
        assert office is not None
        plan = office.plans[post.shares[0].plan_id]
        by_span = periodic(plan, office.follow_ups.values())
        round_ = Round(office.revision(plan.id), datetime.now(UTC), post.due, post.period, by_span)
        holdings = office.holdings

        def work(job: Job) -> tuple[Outgoing, ...]:
            from tthc_desktop.documents.writing.unit_sheets import free_names, write_sheets  # noqa: PLC0415 - in the worker

            names = free_names(post.folder, post.shares, post.period)
            said = tuple(progress_of(holdings, plan.id).values())
            sheets = tuple(outgoing(share, said, round_, name) for share, name in zip(post.shares, names, strict=True))
            if not job.cancelled:
                self._written = write_sheets(post.folder, sheets)
            return sheets

        job = self._window.background.run(work, lambda sheets: self._record(post, sheets))
        job.destroyed.connect(self._end)
        self._window.messages.work(f"Đang ghi {len(post.shares)} bảng…", "Thôi gửi", job)

    def _record(self, post: Post, sheets: Sequence[Outgoing]) -> None:
        if not self._window.desk.apply(sending_change(post.new_units, sheets)):
            return
        self._written = ()
        see = ("Mở thư mục", lambda: _open(post.folder))
        what = f"Đã ghi {len(sheets)} bảng vào {post.folder}."
        self.sent.emit()
        self._window.messages.tell(Kind.GOOD, what, "", see, ("Hoàn tác", self._window.desk.undo))

    def _end(self) -> None:
        """Take back what nothing remembers: the sending was stopped or refused after the files were there."""
        if self._written:
            from tthc_desktop.documents.writing.unit_sheets import remove_sheets  # noqa: PLC0415 - loaded by the worker

            remove_sheets(self._written)
            self._written = ()
        self.ended.emit()
        self.deleteLater()


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
