"""Which incoming row is which row of the plan's table: by identity, by its words, by likeness; in linear time."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tthc_desktop.models.comparison.similarity import alike, equal
from tthc_desktop.models.identity import Id
from tthc_desktop.models.reconciling.incoming import Key

LIKE = "Hàng này được ghép theo nội dung gần giống; hãy xem có đúng là một việc không."


@dataclass(frozen=True, slots=True)
class Side:
    """A row of one of the two tables, as far as pairing needs it.

    `whole` is all it says in the columns that both tables have, `content` what it is about, `path` the titles above.
    Of rows that say the same a `doubtful` one comes last, wherever it stands: it may have been left when the others
    were taken.
    """

    key: str
    group: bool
    content: str
    whole: tuple[str, ...]
    path: tuple[str, ...] = ()
    identity: Id = ""
    doubtful: bool = False


@dataclass(slots=True)
class Pairs:
    """The plan's row for an incoming one, and why some pairs are doubtful."""

    found: dict[Key, Id] = field(default_factory=dict)
    doubts: dict[Key, str] = field(default_factory=dict)


def paired(plan: Sequence[Side], incoming: Sequence[Side]) -> Pairs:
    """Return the pairs, the surest first; each row has one partner at most.

    An identity beside the words of another row says nothing: the rows were sorted without their hidden column.
    """
    pairs = Pairs()
    left_plan = {side.key: side for side in plan}
    left = {side.key: side for side in incoming}
    strange = _strange(plan, incoming)
    _by(pairs, left_plan, left, lambda side: "" if (side.identity, side.content) in strange else side.identity)
    for doubtful in (False, True):
        _by(pairs, left_plan, left, lambda side: (side.group, side.path, side.content, side.whole), doubtful)
        _by(pairs, left_plan, left, lambda side: (side.group, side.content, side.whole), doubtful)
    _by(pairs, left_plan, left, lambda side: side.content and (side.group, side.path, side.content))
    _by(pairs, left_plan, left, lambda side: side.content and (side.group, side.content))
    if strange:  # whether they are groups was known by their identities too
        _by(pairs, left_plan, left, lambda side: side.content)
    _by_likeness(pairs, left_plan, left)
    return pairs


def _strange(plan: Sequence[Side], incoming: Sequence[Side]) -> Collection[tuple[Id, str]]:
    """Return the identities that stand beside the words of another row, which has them no more itself."""
    own = {(side.identity, side.content) for side in plan if side.content}
    said = {(side.identity, side.content) for side in incoming if side.identity}
    moved = {content for _, content in own - said}
    return {pair for pair in said - own if pair[1] in moved}


def _by(
    pairs: Pairs,
    plan: dict[str, Side],
    incoming: dict[str, Side],
    key: Callable[[Side], object],
    doubtful: bool | None = None,
) -> None:
    before = list(plan.values())
    after = [side for side in incoming.values() if doubtful in {None, side.doubtful}]
    for first, second in equal([key(side) for side in before], [key(side) for side in after]):
        pairs.found[after[second].key] = before[first].key
        del plan[before[first].key], incoming[after[second].key]


def _by_likeness(pairs: Pairs, plan: dict[str, Side], incoming: dict[str, Side]) -> None:
    for group in (False, True):
        before = [side for side in plan.values() if side.group is group and side.content]
        after = [side for side in incoming.values() if side.group is group and side.content]
        for first, second in list(alike([one.content for one in before], [one.content for one in after])):
            pairs.found[after[second].key] = before[first].key
            pairs.doubts[after[second].key] = LIKE
            del plan[before[first].key], incoming[after[second].key]


def paths(rows: Iterable[tuple[str, int, bool, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return for each row, by its key, the titles of the groups that it stands below; given level, group and words."""
    stack: list[tuple[int, str]] = []
    found: dict[str, tuple[str, ...]] = {}
    for key, level, group, words in rows:
        while stack and stack[-1][0] >= level:
            stack.pop()
        found[key] = tuple(title for _, title in stack)
        if group:
            stack.append((level, words))
    return found
