"""`receive`: returned sheets compared cell by cell, and what is new in them taken when that is asked for."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tthc_desktop.cli import received
from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import opened, safe_before
from tthc_desktop.documents.reading.own_process import OwnProcess
from tthc_desktop.documents.reading.returned import ReturnedFiles, read_returned
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.merge.accepting import accepted
from tthc_desktop.models.merge.known import Known, known_of
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.merge.values import FileOutcome, Merge
from tthc_desktop.models.sending.returned import ReturnedSheet

if TYPE_CHECKING:
    from tthc_desktop.office import Office


def receive(wishes: Wishes) -> Answer:
    """Compare the sheets, and with `--apply` write what is offered; it is trouble only when no file can be used."""
    with OwnProcess() as process:
        files = read_returned(wishes.sources, ask=process.ask)
    if not files.sheets and not files.unread:
        raise UserError(
            "Không có bảng nào trong thư mục này.", "Hãy chọn thư mục chứa các tệp .xlsx mà đơn vị gửi lại."
        )
    if not files.sheets:
        return _answer(files, Merge(), known_of(Holdings(), _now()), applied=False)
    with opened(wishes.office, daily=False) as office:
        known = _known(office, files.sheets)
        merged = merge(files.sheets, known)
        change = accepted(merged, {}, known) if wishes.apply else None
        if change:
            safe_before(wishes, Reason.MERGE)
            office.change(change)
    return _answer(files, merged, known, applied=wishes.apply)


def _answer(files: ReturnedFiles, merged: Merge, known: Known, *, applied: bool) -> Answer:
    report = received.Report(files, merged, known)
    usable = any(not file.refused for file in merged.files)
    trouble = () if usable else (*(one.error for one in files.unread), *_refusals(merged.files))
    return Answer(report.found(), "\n".join(report.lines(applied=applied)), trouble)


def _refusals(files: Sequence[FileOutcome]) -> tuple[UserError, ...]:
    return tuple(UserError(f"Không nhận được “{file.file}”.", file.refused) for file in files if file.refused)


def _known(office: "Office", sheets: Sequence[ReturnedSheet]) -> Known:
    """Return what the office knows, with the last change of each plan that the sheets name."""
    named = {sheet.sent.plan_id for sheet in sheets if sheet.sent} & office.plans.keys()
    newest = {
        plan_id: max((office.revision(plan_id), *(entry.id for entry in office.history(plan_id)))) for plan_id in named
    }
    return known_of(office.holdings, _now(), newest)


def _now() -> datetime:
    return datetime.now(UTC)
