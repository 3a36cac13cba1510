"""What taking one part back out of a backup would do, found before anything is done."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.taking_back import plan_back, table_back, task_back
from tthc_desktop.models.changes import Pairs, pairs_of
from tthc_desktop.models.comparison import NAMES, Difference, What, compare
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.backups.inside.survey import Key, Sort
from tthc_desktop.ui.life.versions import holds
from tthc_desktop.ui.plan.names import number

_SAME = "Phần này vẫn như lúc sao lưu, không có gì để lấy lại."
_TEXT = "Chọn một nhiệm vụ bên dưới để lấy lại nhiệm vụ đó, hoặc chọn kế hoạch để lấy lại cả phần lời."


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change: the pairs, and how the plan would differ from the one of now.

    `before` is the plan now, None where it is gone. `refusal` says why a part cannot be taken back.
    """

    key: Key
    pairs: Pairs = ()
    before: Plan | None = None
    after: Plan | None = None
    found: tuple[Difference, ...] = ()
    refusal: str = ""

    @property
    def can_be_taken(self) -> bool:
        return bool(self.pairs)


def previewed(then: Holdings, now: Holdings, key: Key) -> Preview:
    """Return what taking a part back would do to what the office has now."""
    sort, plan_id, _ = key
    if sort is Sort.TEXT:
        return Preview(key, refusal=_TEXT)
    try:
        pairs = _pairs(then, now, key)
    except UserError as error:
        return Preview(key, refusal=str(error))
    before, after = next(
        (pair for pair in pairs_of(Plan, pairs) if any(one and one.id == plan_id for one in pair)), (None, None)
    )
    found = _differences(before, after) if before and after else ()
    return Preview(key, pairs, before, after, found, refusal="" if pairs else _SAME)


def _differences(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """Return what would change, but for the numbers that follow from it by themselves."""
    return tuple(one for one in compare(before, after) if one.what is not What.RENUMBERED)


def _pairs(then: Holdings, now: Holdings, key: Key) -> Pairs:
    sort, plan_id, part_id = key
    match sort:
        case Sort.PLAN:
            return plan_back(then, now, plan_id)
        case Sort.TABLE:
            return table_back(then, now, plan_id, part_id)
        case _:
            return task_back(then, now, plan_id, part_id)


def effect(preview: Preview) -> str:
    """Return in one sentence what taking the part back does."""
    if not preview.can_be_taken:
        return preview.refusal
    return f"Lấy lại sẽ {'; '.join((*_of_plan(preview), *_beside(preview)))}."


def _of_plan(preview: Preview) -> Iterator[str]:
    if preview.after is not None and preview.before is None:
        yield f"đưa kế hoạch trở lại với {holds(preview.after).replace(' · ', ', ')}"
    if preview.found:
        counts = Counter(map(attrgetter("what"), preview.found))
        parts = (f"{number(counts[what])} chỗ {name.lower()}" for what, name in NAMES.items() if counts[what])
        yield f"thay đổi kế hoạch hiện nay: {', '.join(parts)}"
    elif preview.before is not None:
        yield "ghi lại những chỗ không in ra trên giấy"


def _beside(preview: Preview) -> Iterator[str]:
    """Yield what comes back beside the plan itself."""
    pairs = preview.pairs
    versions = sum(new is not None and new is not preview.after for _, new in pairs_of(Plan, pairs))
    for count, what in (
        (versions, "bản đã lưu"),
        (len(pairs_of(Progress, pairs)), "dòng tiến độ"),
        (len(pairs_of(Sending, pairs)), "bảng đã gửi"),
        (len(pairs_of(Unit, pairs)), "đơn vị"),
    ):
        if count:
            yield f"đưa lại {number(count)} {what}"
