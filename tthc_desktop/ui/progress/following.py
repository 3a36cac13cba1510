"""The details of a line of progress, connected with the office: what they ask for becomes a change."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from tthc_desktop.documents.reading.evidence import read_evidence
from tthc_desktop.documents.writing.files import write
from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.values import Event, FollowUp
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.following import (
    Pair,
    follow_up_of,
    with_due_days,
    with_event,
    with_note,
    with_review,
    without_event,
)
from tthc_desktop.models.editing.progress import Place, with_files, without_file
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.progress.lines import ProgressLine
from tthc_desktop.models.progress.values import Evidence
from tthc_desktop.models.text import clean
from tthc_desktop.office import Office
from tthc_desktop.ui.background import Background, Job
from tthc_desktop.ui.folders import open_in_last
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.progress.details import Details, Known
from tthc_desktop.ui.progress.table import ProgressTable
from tthc_desktop.ui.today import today


class FollowingWork(QObject):
    """Shows the details of the line that is chosen in a table."""

    troubled = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        office: Office,
        table: ProgressTable,
        apply: Callable[[Change], bool],
        background: Background,
        memory: QSettings,
    ) -> None:
        super().__init__(parent)
        self._office, self._table, self._apply = office, table, apply
        self._background, self._memory, self._parent = background, memory, parent
        self.details = Details(today)
        self.line: ProgressLine | None = None
        self._connect()

    def _connect(self) -> None:
        details = self.details
        details.happened.connect(self._happened)
        details.undone.connect(self._not_happened)
        details.due_days.connect(self._set_due)
        details.reviewed.connect(self._set_review)
        details.noted.connect(self._note)
        details.file_wanted.connect(self._ask_files)
        details.file_opened.connect(self._open)
        details.file_unwanted.connect(self._drop)

    def show_line(self, line: ProgressLine | None) -> None:
        """Tell of a line; headings have nothing to tell."""
        self.line = line if line and line.work_id else None
        self.details.show_known(self._known(self.line) if self.line else None)

    def renew(self) -> None:
        """Tell of the same line as the office is now."""
        self.show_line(self.line)

    def _known(self, line: ProgressLine) -> Known:
        plan = self._office.plans.get(self._table.plan_id)
        task = plan.tasks.get(line.work_id) if plan else None
        follow_up, progress = self._follow_up(line), self._table.progress(line)
        ids = [one.id for one in (follow_up, progress) if one is not None]
        told = self._office.history(*ids) if ids else ()
        deadline = " ".join(str(task.deadline).split()) if task else ""
        return Known(line, deadline, self._table.occurrence(line), follow_up, progress, told)

    def _follow_up(self, line: ProgressLine) -> FollowUp | None:
        return follow_up_of(self._office.follow_ups.values(), self._table.plan_id, line.work_id)

    # Following

    def _happened(self, day: date, words: str) -> None:
        event = Event(new_id(), day, clean(words).strip())
        self._follow("Ghi sự việc", lambda before, plan, work: with_event(before, plan, work, event))

    def _not_happened(self, event_id: str) -> None:
        self._follow("Bỏ sự việc", lambda before, *_: without_event(before, event_id) if before else (None, None))

    def _set_due(self, days: tuple[date, ...]) -> None:
        self._follow("Đặt hạn", lambda before, plan, work: with_due_days(before, plan, work, days))

    def _set_review(self, rhythm: str) -> None:
        self._follow("Đặt kỳ rà soát", lambda before, plan, work: with_review(before, plan, work, rhythm))

    def _note(self, words: str) -> None:
        self._follow("Ghi chú", lambda before, plan, work: with_note(before, plan, work, clean(words).strip()))

    def _follow(self, label: str, edit: Callable[[FollowUp | None, str, str], Pair]) -> None:
        if self.line is None:
            return
        try:
            before, after = edit(self._follow_up(self.line), self._table.plan_id, self.line.work_id)
        except UserError as error:
            self.troubled.emit(error)
            return
        if before != after:
            self._apply(Change(f"{label} của “{short(self.line.content, 40)}”", ((before, after),)))

    # Evidence

    def _ask_files(self) -> None:
        dialog = QFileDialog(self._parent, "Chọn tệp minh chứng")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_in_last(dialog, self._memory)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def add_files(self, paths: list[Path]) -> None:
        """Keep files for the line that is chosen now, read and kept in the background: all of them or none."""
        if self.line is None or not self.line.unit_id:
            return
        place, line, office = self._table.place(self.line), self.line, self._office
        job = self._background.run(
            lambda job: _kept(job, office, paths),
            lambda kept: self._take(place, line, kept),
            self.troubled.emit,
        )
        self.destroyed.connect(job.cancel)

    def _take(self, place: Place, line: ProgressLine, kept: list[Evidence]) -> None:
        before = self._table.said(place)
        after = with_files(before, place, kept)
        if after is not before:
            count = kept[0].name if len(kept) == 1 else f"{len(kept)} tệp"
            self._apply(Change(f"Thêm minh chứng {short(count, 40)} của {short(line.unit, 40)}", ((before, after),)))

    def _drop(self, file: Evidence) -> None:
        before = self._table.progress(self.line) if self.line else None
        if before is not None:
            self._apply(Change(f"Bỏ tệp {short(file.name, 40)}", ((before, without_file(before, file.sha256)),)))

    def _open(self, file: Evidence) -> None:
        """Open a copy: what the office keeps is never changed from outside."""
        try:
            folder = Path(tempfile.mkdtemp(prefix="tthc-"))
            path = folder / (Path(file.name).name or "minh-chung")
            write(path, self._office.kept_file(file.sha256))
        except UserError as error:
            self.troubled.emit(error)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _kept(job: Job, office: Office, paths: Sequence[Path]) -> list[Evidence]:
    """Read all files, then keep them, unless nobody wants them any more."""
    read = [(path.name, read_evidence(path)) for path in paths]
    return [] if job.cancelled else [Evidence(clean(name), office.keep_file(data)) for name, data in read]
