"""What a backup holds, as a tree without Qt: plans, their tables and running text, tasks and rows; how each stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from tthc_desktop.models.backups.standing import Beside, Standing, text_tasks
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import appendix_label, tables
from tthc_desktop.models.plan import Appendix, Plan, cell
from tthc_desktop.models.table import Role, Row, RowKind, Table, column_of
from tthc_desktop.models.text import fold
from tthc_desktop.ui.life.stages import stage_words
from tthc_desktop.ui.plan.names import numbers_of, short, table_name, title

_LONGEST = 200


class Sort(StrEnum):
    """What a line of the tree is; the value is what the window calls it in the middle of a sentence."""

    PLAN = "kế hoạch"
    TEXT = "phần lời"
    TABLE = "bảng"
    GROUP = "nhóm"
    TASK = "nhiệm vụ"
    TARGET = "chỉ tiêu"
    ROW = "hàng"


_ROWS = {RowKind.GROUP: Sort.GROUP, RowKind.TASK: Sort.TASK, RowKind.TARGET: Sort.TARGET, RowKind.PLAIN: Sort.ROW}
_HOLDERS = {Sort.PLAN, Sort.TEXT, Sort.TABLE}
Key = tuple[Sort, Id, Id]
"""What a line is known by from one survey to the next: its sort, its plan and its own identity."""


@dataclass(eq=False)
class Part:
    """A line of the tree; `others` counts the tasks and rows below it that are not as they are now."""

    key: Key
    words: str
    standing: Standing
    children: "list[Part]" = field(default_factory=list)
    parent: "Part | None" = None
    row: int = 0
    others: int = 0

    @cached_property
    def folded(self) -> str:
        """The words as a search without accents reads them."""
        return fold(self.words)

    @property
    def sort(self) -> Sort:
        return self.key[0]


def surveyed(then: Mapping[Id, Plan], now: Mapping[Id, Plan], stopped: Callable[[], bool]) -> list[Part]:
    """Return the plans of a backup, the newest first, each beside the same plan now; few when it is stopped."""
    found = []
    for plan in reversed(tuple(then.values())):
        if stopped():
            break
        found.append(_settled(_plan(Beside(plan, now.get(plan.id)))))
    return found


def sifted(parts: Iterable[Part], words: str, *, only_others: bool) -> list[Part]:
    """Return the tree with what stands otherwise now, or all, and has these words in it, above it or below it."""
    return list(_sifted(parts, fold(words), only_others=only_others))


def walk(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield every line of the tree from above."""
    for part in parts:
        yield part
        yield from walk(part.children)


def _sifted(parts: Iterable[Part], words: str, *, only_others: bool) -> Iterator[Part]:
    for part in parts:
        if only_others and part.standing is Standing.SAME and not part.others:
            continue
        named = not words or words in part.folded
        below = list(_sifted(part.children, "" if named else words, only_others=only_others))
        if named or below:
            kept = Part(part.key, part.words, part.standing, below, others=part.others)
            for row, child in enumerate(below):
                child.parent, child.row = kept, row
            yield kept


def _plan(beside: Beside) -> Part:
    plan = beside.then
    words = f"{short(title(plan), _LONGEST)} · {stage_words(plan)}"
    made = Part((Sort.PLAN, plan.id, plan.id), words, beside.plan())
    work = [_task(beside, item.id, beside.item(item), item.task_id) for item in text_tasks(plan)]
    if work:
        made.children.append(Part((Sort.TEXT, plan.id, ""), "Nhiệm vụ trong phần lời", _together(work), work))
    made.children += [_table(beside, table, appendix) for table, appendix in tables(plan)]
    return made


def _task(beside: Beside, item_id: Id, standing: Standing, task_id: Id) -> Part:
    words = short(str(beside.then.tasks[task_id].content), _LONGEST) or "Nhiệm vụ chưa có nội dung"
    return Part((Sort.TASK, beside.then.id, item_id), words, standing)


def _together(parts: Iterable[Part]) -> Standing:
    """Return how parts stand that have nothing above them of their own."""
    found = {part.standing for part in parts}
    return found.pop() if len(found) == 1 else Standing.OTHER


def _table(beside: Beside, table: Table, appendix: Appendix | None) -> Part:
    plan = beside.then
    made = Part((Sort.TABLE, plan.id, table.id), _named(plan, table, appendix), beside.table(table))
    above = [made]
    for row, number in zip(table.rows, numbers_of(table), strict=True):
        part = Part((_ROWS[row.kind], plan.id, row.id), _words(plan, table, row, number), beside.row(row))
        del above[min(row.level, len(above) - 1) + 1 :]
        above[-1].children.append(part)
        if row.kind is RowKind.GROUP:
            above.append(part)
    return made


def _named(plan: Plan, table: Table, appendix: Appendix | None) -> str:
    name = table_name(plan, table)
    of = short(str(appendix.title), _LONGEST) if appendix else ""
    return f"{name}: {of}" if of and name == appendix_label(plan, appendix) else name  # type: ignore[arg-type]


def _words(plan: Plan, table: Table, row: Row, number: str) -> str:
    column = column_of(table, Role.CONTENT)
    said = str(cell(plan, row, column)) if column else ""
    if not said:
        every = (str(cell(plan, row, each)) for each in table.columns)
        said = str(row.title) or " · ".join(words for words in every if words)
    said = said or "Hàng trống"
    return short(f"{number}. {said}" if number else said, _LONGEST)


def _settled(part: Part) -> Part:
    """Note where the lines stand, and how many below are not as they are now."""
    part.others = 0
    for row, child in enumerate(part.children):
        child.parent, child.row = part, row
        _settled(child)
        part.others += child.others + (child.standing is not Standing.SAME and child.sort not in _HOLDERS)
    return part
