"""What was deleted brought back as one change; nothing that is there now is taken away or written over."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from tthc_desktop.errors import UserError
from tthc_desktop.models.bin.parts import part_back
from tthc_desktop.models.bin.places import cut
from tthc_desktop.models.bin.values import NAMES, PARTS, WHOLE_PLANS, Deleted, What, evidence_id
from tthc_desktop.models.changes import Change, Kept, Name, Pair, Pairs, name_of
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.holdings import Holdings, changed, progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan


class Before(Protocol):
    """Returns values, or without names all that a change touched, as they were before that change."""

    def __call__(self, entry: int, *names: Name) -> Holdings: ...


_FIELDS = {
    **dict.fromkeys(WHOLE_PLANS, "plans"),
    What.UNIT: "units",
    What.DOCUMENT: "legal_documents",
    What.SENDING: "sendings",
    What.PROGRESS: "progress",
    What.KNOWN_HEADING: "known_headings",
    What.FOLLOW_UP: "follow_ups",
    What.DAY: "exchanged_days",
    What.RULES: "rules",
    What.REGIME: "regimes",
    What.FILTER: "saved_filters",
    What.PARTICULARS: "particulars",
}
_OF_PLANS = ("progress", "sendings", "follow_ups")


@dataclass(frozen=True, slots=True)
class Returned:
    """The change that brings things back, and what has to be said of where they went."""

    change: Change
    notes: tuple[str, ...] = ()


def returned(chosen: Sequence[Deleted], then: Mapping[Id, Holdings], now: Holdings) -> Returned:
    """Return what brings the chosen things back, or say of which one it cannot be done.

    `then` has for each of them, by its identity, what was kept before it was deleted: its plan, or, of what is kept by
    itself, all that its change touched. What was deleted last comes first, so that each finds what it stood in.
    """
    state, notes = now, []
    touched: dict[Name, Pair] = {}
    for one in sorted(chosen, key=lambda one: -one.entry):
        pairs, note = _one_back(one, then[one.id], state)
        for pair in pairs:
            name = name_of(pair)
            touched[name] = (touched.get(name, pair)[0], pair[1])
        state = changed(state, pairs)
        notes += [f"{NAMES[one.what]} “{cut(one.words)}”: {note}."] if note else []
    return Returned(Change(_label(chosen), tuple(touched.values())), tuple(notes))


def moments(chosen: Sequence[Deleted], before: Before) -> Mapping[Id, Holdings]:
    """Return for each thing what was kept before it was deleted, as `returned` needs it."""
    known: dict[tuple[int, Id], Holdings] = {}
    found: dict[Id, Holdings] = {}
    for one in chosen:
        of = (one.entry, one.plan_id if one.what in PARTS else "")
        if of not in known:
            known[of] = before(one.entry, *((Name(Plan, one.plan_id),) if one.what in PARTS else ()))
        found[one.id] = known[of]
    return found


def _label(chosen: Sequence[Deleted]) -> str:
    if len(chosen) != 1:
        return f"Đưa trở lại {len(chosen)} mục từ thùng rác"
    (one,) = chosen
    return f"Đưa trở lại {NAMES[one.what].lower()} {_quoted(one)}".strip()


def _quoted(one: Deleted) -> str:
    return f"“{cut(one.words)}”" if one.words else ""


def _one_back(one: Deleted, then: Holdings, now: Holdings) -> tuple[Pairs, str]:
    if one.what in PARTS:
        return _part_back(one, then, now)
    if one.what is What.EVIDENCE:
        return _evidence_back(one, then, now), ""
    _check_free(one, then, now)
    progress_of(now, one.plan_id)  # whoever writes progress of a plan has read it before
    return tuple((None, value) for value in _values(one, then, now)), ""


def _part_back(one: Deleted, then: Holdings, now: Holdings) -> tuple[Pairs, str]:
    plan = now.plans.get(one.plan_id)
    if plan is None:
        raise UserError(
            f"Kế hoạch của “{cut(one.words)}” cũng đã xóa.",
            "Hãy đưa kế hoạch ấy trở lại trước, hoặc chọn cả hai rồi đưa trở lại.",
        )
    if is_locked(plan) and one.what is not What.MARK:
        raise UserError(
            f"Kế hoạch “{cut(str(plan.title))}” không còn là dự thảo nên không đưa “{cut(one.words)}” trở lại được.",
            "Hãy lập một bản dự thảo mới từ kế hoạch ấy rồi thêm nội dung này vào đó.",
        )
    there = frozenset().union(*map(identities, now.plans.values()))
    put = part_back(one, then.plans[one.plan_id], plan, there)
    return ((plan, put.plan),), put.note


def _evidence_back(one: Deleted, then: Holdings, now: Holdings) -> Pairs:
    said = progress_of(now, one.plan_id).get(one.under)
    if said is None:
        raise UserError(
            f"Tiến độ có minh chứng “{cut(one.words)}” cũng đã xóa.",
            "Hãy đưa tiến độ ấy trở lại trước, hoặc chọn cả hai rồi đưa trở lại.",
        )
    there = {file.sha256 for file in said.files}
    back = (file for file in then.progress[one.under].files if evidence_id(said.id, file.sha256) == one.id)
    return ((said, replace(said, files=(*said.files, *(file for file in back if file.sha256 not in there)))),)


def _values(one: Deleted, then: Holdings, now: Holdings) -> Iterator[Kept]:
    """Yield what comes back: a plan with its versions and what was sent, reported and noted of these."""
    field = _FIELDS[one.what]
    if field != "plans":
        yield getattr(then, field)[one.id]
        return
    plans = [plan for plan in then.plans.values() if plan.id == one.id or _is_version(plan, one.id, now.plans)]
    yield from plans
    ids = {plan.id for plan in plans}
    for name in _OF_PLANS:
        of_them = (value for value in getattr(then, name).values() if value.plan_id in ids)
        yield from (value for value in of_them if value.id not in _known(name, value.plan_id, now))


def _is_version(plan: Plan, of: Id, plans: Mapping[Id, Plan]) -> bool:
    return plan.version_of == of and plan.id not in plans


def _known(field: str, plan_id: Id, now: Holdings) -> Collection[Id]:
    return progress_of(now, plan_id) if field == "progress" else getattr(now, field)


def _check_free(one: Deleted, then: Holdings, now: Holdings) -> None:
    """Refuse what the office has anew meanwhile and can have but once."""
    taken = {
        What.RULES: lambda: bool(now.rules),
        What.PARTICULARS: lambda: bool(now.particulars),
        What.DAY: lambda: then.exchanged_days[one.id].day in {own.day for own in now.exchanged_days.values()},
    }.get(one.what)
    if taken is not None and taken():
        raise UserError(
            " ".join(filter(None, (NAMES[one.what], _quoted(one), "đã được đặt lại sau khi xóa."))),
            "Hãy sửa giá trị đang có; nếu vẫn cần giá trị cũ, xóa giá trị đang có rồi đưa trở lại.",
        )
