"""What the clerk agrees to take of returned sheets, as one change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pair
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.merge.comparing import mark_of
from tthc_desktop.models.merge.known import Known, Whose, by_work, whose
from tthc_desktop.models.merge.values import Choices, Compared, Merge, Verdict
from tthc_desktop.models.progress.values import Field, Progress, Said


@dataclass(frozen=True, slots=True)
class _Decided:
    """A spot that is settled: what is taken, or None when the office's value stays."""

    compared: Compared
    taken: Said | None

    @property
    def changes(self) -> bool:
        current = self.compared.current
        return self.taken is not None and self.taken.words != (current.words if current else "")


def accepted(merge: Merge, choices: Choices, known: Known) -> Change | None:
    """Return the change that takes what is offered and chosen; None when the sheets say nothing new.

    A spot that is left undecided is asked again when its sheet comes again, one that was decided is not.
    """
    decided = tuple(_decided(merge.compared, choices))
    said = by_work(known.progress)
    for one in decided:
        _check_current(one.compared, said)
    changes = [one for one in decided if one.changes]
    pairs = (*_progress(changes, said), *_sendings(merge, decided, known))
    return Change(_label(changes, merge), pairs) if pairs else None


def _decided(compared: Sequence[Compared], choices: Choices) -> Iterator[_Decided]:
    for one in compared:
        if one.verdict is Verdict.SAME:
            continue
        if one.spot in choices:
            yield _Decided(one, choices[one.spot])
        elif one.verdict is Verdict.OFFERED:
            yield _Decided(one, one.returned[0])


def _check_current(one: Compared, said: Mapping[Whose, Progress]) -> None:
    progress = said.get(whose(one.spot))
    if (progress.words(one.spot.field) if progress else "") != (one.current.words if one.current else ""):
        raise UserError(
            "Tiến độ đã được sửa từ lúc đối chiếu các bảng này.", "Hãy nhận lại các tệp để đối chiếu với giá trị mới."
        )


def _progress(changes: Sequence[_Decided], said: Mapping[Whose, Progress]) -> Iterator[Pair]:
    """Yield what each unit has said of each work for each period, before and after."""
    spots: dict[Whose, dict[Field, Said]] = {}
    plans: dict[Whose, Id] = {}
    for one in changes:
        spot, key = one.compared.spot, whose(one.compared.spot)
        plans[key] = spot.plan_id
        if one.taken is not None:
            spots.setdefault(key, {})[spot.field] = one.taken
    for key, taken in spots.items():
        before = said.get(key)
        values = {**(before.said if before else {}), **taken}
        kept = {field: value for field, value in values.items() if value.words}
        if before:
            yield before, replace(before, said=kept) if kept or before.files else None
        elif kept:
            work_id, unit_id, period = key
            yield None, Progress(new_id(), plans[key], work_id, unit_id, kept, period)


def _sendings(merge: Merge, decided: Sequence[_Decided], known: Known) -> Iterator[Pair]:
    """Yield the sendings that came back for the first time, or with answers that have now been decided on."""
    marks: dict[Id, list[str]] = {}
    for one in decided:
        spot = one.compared.spot
        for sending_id, words in one.compared.answers:
            marks.setdefault(sending_id, []).append(mark_of(spot.work_id, spot.field, words))
    for sending_id in merge.sending_ids:
        before = known.sendings.get(sending_id)
        if before is None:
            continue
        heard = tuple(dict.fromkeys((*before.heard, *marks.get(sending_id, ()))))
        if heard != before.heard or before.returned_at is None:
            yield before, replace(before, returned_at=known.received_at, heard=heard)


def _label(changes: Sequence[_Decided], merge: Merge) -> str:
    units = {one.compared.spot.unit_id for one in changes}
    if units:
        return f"Nhận {len(changes)} giá trị của {len(units)} đơn vị"
    return f"Ghi nhận bảng gửi lại của {len({file.unit_id for file in merge.files if file.unit_id})} đơn vị"
