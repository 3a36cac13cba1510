"""Sheets about to go out: what each carries along, and the one change that remembers them all."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tthc_desktop.models.changes import Change, Pair
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.sending.cell_words import fitting
from tthc_desktop.models.sending.values import SHEET_VERSION, Sending, Sent, SentRow, digest
from tthc_desktop.models.sending.workshare import WorkShare
from tthc_desktop.models.unit import Unit


@dataclass(frozen=True, slots=True)
class Round:
    """What all sheets that go out together have in common; `at` is in UTC.

    `period` is the key of the span that they report on, `periodic` the work that is reported on span by span.
    """

    revision: int
    at: datetime
    due: date | None = None
    period: str = ""
    periodic: Collection[Id] = ()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A unit's sheet that is about to go out."""

    share: WorkShare
    sent: Sent
    sending: Sending


def outgoing(share: WorkShare, progress: Iterable[Progress], round_: Round, file: str) -> Outgoing:
    """Return a unit's sheet as it goes out in this round, under this name, filled in with what the unit has said."""
    own = (one for one in progress if (one.plan_id, one.unit_id) == (share.plan_id, share.unit.id))
    said = {one.work_id: one for one in own if one.period == _period(one.work_id, round_)}
    sending = Sending(
        new_id(), share.plan_id, share.unit.id, round_.at, round_.due,
        revision=round_.revision, file=file, period=round_.period,
    )  # fmt: skip
    sent = Sent(
        version=SHEET_VERSION,
        sending_id=sending.id,
        plan_id=share.plan_id,
        plan_title=share.plan_title,
        unit_id=share.unit.id,
        unit_name=share.name,
        revision=round_.revision,
        at=round_.at,
        rows={row.work_id: _row(row.words, said.get(row.work_id)) for row in share.rows if row.work_id},
        period=round_.period,
    )
    return Outgoing(share, sent, sending)


def _period(work_id: Id, round_: Round) -> str:
    return round_.period if work_id in round_.periodic else ""


def sending_change(new_units: Iterable[Unit], sheets: Sequence[Outgoing]) -> Change:
    """Return the change that adds units found in the plan and remembers the sheets: one step to undo."""
    pairs: list[Pair] = [(None, unit) for unit in new_units]
    pairs += [(None, sheet.sending) for sheet in sheets]
    whom = sheets[0].share.name if len(sheets) == 1 else f"{len(sheets)} đơn vị"
    return Change(f"Gửi bảng cho {whom}", tuple(pairs))


def _row(words: Mapping[str, str], progress: Progress | None) -> SentRow:
    """Return a row with the words that will stand in its cells: those that fit."""
    said = progress.said if progress else {}
    return SentRow(digest(words), {field: fitting(value.words) for field, value in said.items() if value.words})
