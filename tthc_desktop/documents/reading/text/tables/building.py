"""A table out of a grid of cells: columns, groups, tasks, targets, and the way its rows are numbered."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.documents.reading.text.tables.headings import Heading, find_heading
from tthc_desktop.documents.reading.text.tables.headings import columns as columns_of
from tthc_desktop.documents.reading.text.tables.marked_off import Cell, Grid
from tthc_desktop.documents.reading.text.tables.rows import Raw, content_place, counting_styles, read_rows
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.numbering import Mark, ordinal
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, RowKind, Table, numbers
from tthc_desktop.models.task import Target, Task, target_of, task_of
from tthc_desktop.models.text import EMPTY, Text, emphasised, fold

_TASK_SIGNS = frozenset({Role.LEAD, Role.COORDINATE, Role.RESULT, Role.DEADLINE})
_TARGET_SIGNS = frozenset({Role.UNIT, Role.VALUE})


@dataclass(slots=True)
class TablePart:
    """A table as read, with the tasks and targets it prints and the fate of its lines."""

    table: Table
    tasks: dict[Id, Task] = field(default_factory=dict)
    targets: dict[Id, Target] = field(default_factory=dict)
    placed: dict[int, Id] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadGrid(Grid):
    """A table whose file says what its cells cover, so that it is read already."""

    part: TablePart = field(kw_only=True)


def read_table(grid: Grid) -> TablePart:
    """Read a grid; without a heading that tells the columns it becomes a plain table."""
    heading = Heading(grid.columns, 0, 0) if grid.columns else find_heading(grid.rows)
    if heading is None:
        return _plain_table(grid)
    raws, noise = read_rows(grid.rows[heading.end :], heading.columns)
    part = table_of(heading.columns, raws)
    part.placed |= dict.fromkeys(noise, "")
    for row in grid.rows[: heading.end]:
        part.placed |= {number: part.table.id for cell in row for number in cell.lines}
    part.placed = {number: part.placed.get(number, "") for number in grid.lines}
    return part


def _plain_table(grid: Grid) -> TablePart:
    size = max(len(row) for row in grid.rows)
    head, *rest = grid.rows if len(grid.rows) > 1 else (tuple(Cell() for _ in range(size)), *grid.rows)
    titles = [(cell.text, EMPTY) for cell in head] + [(EMPTY, EMPTY)] * (size - len(head))
    columns = tuple(replace(column, role=Role.FREE) for column in columns_of(titles))
    table = Table(new_id(), columns, levels=(Mark.NONE,))
    rows = tuple(
        Row(
            new_id(),
            RowKind.PLAIN,
            cells=tuple((column.id, cell.text) for column, cell in zip(columns, row, strict=False) if cell.text),
        )
        for row in rest
    )
    part = TablePart(replace(table, rows=rows))
    part.placed = dict.fromkeys(grid.lines, table.id)
    return part


def table_of(columns: tuple[Column, ...], raws: Sequence[Raw]) -> TablePart:
    """Return the table of these columns with a row for each raw one, in their order."""
    kind = _kind_of_rows(columns)
    styles = counting_styles(raws)
    groups = [_is_group(raw, columns, kind) for raw in raws]
    levels, marks = _levels(raws, styles, groups)
    table = Table(
        new_id(),
        columns,
        levels=tuple(marks) or (Mark.ARABIC,),
        continuous=_counts_through(raws, groups, styles),
        number_in_title=any(raw.in_title for raw in raws),
    )
    part = TablePart(table)
    rows = tuple(
        _row(part, raw, RowKind.GROUP if group else kind, level)
        for raw, group, level in zip(raws, groups, levels, strict=True)
    )
    part.table = replace(table, rows=rows)
    part.problems.extend(_misnumbered(part.table, raws))
    return part


def _kind_of_rows(columns: Sequence[Column]) -> RowKind:
    roles = {column.role for column in columns}
    named = next((fold(str(column.title)) for column in columns if column.role is Role.CONTENT), "")
    if Role.CONTENT in roles and (Role.VALUE in roles or ("chi tieu" in named and Role.DEADLINE not in roles)):
        return RowKind.TARGET
    if Role.CONTENT in roles and roles & _TASK_SIGNS:
        return RowKind.TASK
    return RowKind.PLAIN


def _is_group(raw: Raw, columns: Sequence[Column], kind: RowKind) -> bool:
    """Tell whether a row only heads those below: it has none of what its kind of row must have."""
    if raw.across:
        return True
    filled = {column.role for column, text in zip(columns, raw.cells, strict=True) if text}
    if kind is RowKind.PLAIN:
        return filled <= {Role.CONTENT} and len(columns) > 2 and bool(raw.cells[content_place(columns)])
    signs = _TASK_SIGNS | _TARGET_SIGNS if kind is RowKind.TARGET else _TASK_SIGNS
    return not filled & signs


def _levels(raws: Sequence[Raw], styles: Sequence[Mark], groups: Sequence[bool]) -> tuple[list[int], list[Mark]]:
    """Return the level of each row and the style of each level, from the order in which the styles come."""
    stack: list[Mark] = []
    levels: list[int] = []
    marks: list[Mark] = []
    dots = [raw.number.count(".") for raw, style in zip(raws, styles, strict=True) if style is Mark.DECIMAL]
    least = min(dots, default=0)
    for raw, style, group in zip(raws, styles, groups, strict=True):
        level = _level(raw, style, group, stack, least)
        del stack[level:]
        stack.append(style)
        levels.append(level)
        marks[level:] = marks[level:] or [style]
        if marks[level] is Mark.NONE:
            marks[level] = style
    return levels, _with_own_count(marks, least)


def _with_own_count(marks: list[Mark], least: int) -> list[Mark]:
    """Return the styles with 1 and not I.1 below I, where 1.1 stands below 1."""
    first = marks.index(Mark.DECIMAL) if Mark.DECIMAL in marks else 0
    if first and not least and marks[first - 1] is not Mark.NONE:
        marks[first] = Mark.ARABIC
    return marks


def _level(raw: Raw, style: Mark, group: bool, stack: list[Mark], least: int) -> int:
    if style is Mark.DECIMAL:
        base = next((place for place, above in enumerate(stack) if above is Mark.DECIMAL), len(stack))
        return min(base + raw.number.count(".") - least, len(stack))
    if style in stack:
        return stack.index(style)
    if style is Mark.NONE:
        return 0 if group else max(0, len(stack) - 1 if stack and stack[-1] is not Mark.NONE else len(stack))
    return len(stack)


def _counts_through(raws: Sequence[Raw], groups: Sequence[bool], styles: Sequence[Mark]) -> bool:
    """Tell whether the rows that are no groups go on counting after a group."""
    on = anew = 0
    last = 0
    fresh = False
    for raw, group, style in zip(raws, groups, styles, strict=True):
        if group:
            fresh = True
            continue
        place = ordinal(style, raw.number) or 0
        if fresh and last and style is Mark.ARABIC:
            on += place == last + 1
            anew += place == 1
        last, fresh = place, False
    return on > anew


def _row(part: TablePart, raw: Raw, kind: RowKind, level: int) -> Row:
    columns = part.table.columns
    held = dict(zip((column.id for column in columns), raw.cells, strict=True))
    row = Row(new_id(), kind, level)
    if kind is RowKind.GROUP:
        title = columns[content_place(columns)]
        row = replace(row, title=_title(held.pop(title.id)))
    if kind is RowKind.TASK:
        task = task_of(new_id(), _fields(columns, held, TASK_FIELDS))
        part.tasks[task.id] = task
        row = replace(row, task_id=task.id)
    if kind is RowKind.TARGET:
        target = target_of(new_id(), _fields(columns, held, TARGET_FIELDS))
        part.targets[target.id] = target
        row = replace(row, target_id=target.id)
    part.placed |= dict.fromkeys(raw.lines, row.id)
    if raw.shifted:
        part.problems.append(
            Problem(_place(raw), "Hàng thừa ô so với tiêu đề bảng, đã xếp lại theo cột.", raw.lines[0])
        )
    return replace(row, cells=tuple((column_id, text) for column_id, text in held.items() if text))


def _title(words: Text) -> Text:
    """Return a group's title without the bold that every group row has anyway."""
    bold = all(run.bold for run in words.runs)
    return emphasised(words, bold=False) if bold else words


def _fields(columns: Sequence[Column], held: dict[Id, Text], names: dict[Role, str]) -> dict[str, Text]:
    """Take out of the cells those that are fields of the task or target."""
    return {names[column.role]: held.pop(column.id) for column in columns if column.role in names}


def _misnumbered(table: Table, raws: Sequence[Raw]) -> list[Problem]:
    return [
        Problem(_place(raw), f"Số thứ tự in là “{raw.number}”, theo vị trí là “{right}”.", raw.lines[0])
        for raw, right in zip(raws, numbers(table), strict=True)
        if raw.number and raw.number.lstrip("0") != right
    ]


def _place(raw: Raw) -> str:
    words = str(next((text for text in raw.cells if text), EMPTY))
    return f"dòng {raw.lines[0]}, hàng {raw.number or '(không số)'} “{words[:40]}”"
