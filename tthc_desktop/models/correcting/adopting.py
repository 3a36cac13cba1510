"""One part of the plan as the corrected paper has it; what the paper says of tasks and targets is noted apart."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tthc_desktop.models.correcting.wording import adopted, adopted_line
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Appendix, Item, Line, Plan, cell, line_value, words
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import Text

Naming = Callable[[Id], Id]


@dataclass(slots=True)
class Readings:
    """What the paper says of a field of a task or target, in each place that prints it."""

    found: defaultdict[tuple[Id, str], list[Text]] = field(default_factory=lambda: defaultdict(list))

    def note(self, held: Id, name: str, said: Text) -> None:
        self.found[held, name].append(said)


def adopted_paper(old: Plan, new: Plan) -> Plan:
    """Return the plan with what the paper says of the whole."""
    was, now = old.header, new.header
    header = replace(
        now,
        parent_agency=adopted_line(was.parent_agency, now.parent_agency),
        agency=adopted_line(was.agency, now.agency),
        number=adopted_line(was.number, now.number),
        symbol=adopted_line(was.symbol, now.symbol),
        place=adopted_line(was.place, now.place),
    )
    signatory = replace(
        old.signatory,
        capacity=_lines(old.signatory.capacity, new.signatory.capacity),
        name=adopted_line(old.signatory.name, new.signatory.name),
    )
    return replace(
        old,
        kind=adopted_line(old.kind, new.kind),
        title=adopted(old.title, new.title),
        attached=adopted(old.attached, new.attached),
        header=header,
        signatory=signatory,
        addressees=_lines(old.addressees, new.addressees),
    )


def _lines(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return old if [line.split() for line in old] == [line.split() for line in new] else new


def adopted_column(old: Column, new: Column) -> Column:
    return replace(old, title=adopted(old.title, new.title), over=adopted(old.over, new.over))


def adopted_appendix(old: Appendix, new: Appendix) -> Appendix:
    return replace(
        old, title=adopted(old.title, new.title), attached=adopted(old.attached, new.attached), landscape=new.landscape
    )


def adopted_item(old: Item, new: Item, ours: Plan, theirs: Plan, readings: Readings) -> Item:
    """Return a paragraph of ours; one that prints a task goes on printing it."""
    made = replace(old, heading=new.heading, mark=new.mark, starts_at=new.starts_at)
    if not old.task_id:
        return replace(made, text=adopted(old.text, words(theirs, new)), lines=_bare_lines(old, new, theirs))
    readings.note(old.task_id, "content", words(theirs, new))
    return replace(made, lines=_task_lines(old, new, (ours, theirs), readings))


def _bare_lines(old: Item, new: Item, theirs: Plan) -> tuple[Line, ...]:
    """Return the lines of a paragraph that prints no task of ours, with their own words."""
    return tuple(_alike(old.lines, at, line, line_value(theirs, new, line)) for at, line in enumerate(new.lines))


def _alike(lines: tuple[Line, ...], at: int, new: Line, said: Text) -> Line:
    """Return a line of the paper, as ours where ours says the same."""
    if at >= len(lines) or lines[at].role is not new.role:
        return replace(new, words=said)
    old = lines[at]
    made = replace(new, label=adopted_line(old.label, new.label), words=adopted(old.words, said))
    return old if made == old else made


def _task_lines(old: Item, new: Item, plans: tuple[Plan, Plan], readings: Readings) -> tuple[Line, ...]:
    """Return the labelled lines of a task; their values are noted of the task."""
    if not new.task_id and not new.lines:
        return ()
    waiting = list(old.lines)
    made = []
    for line in new.lines:
        said = line_value(plans[1], new, line)
        partner = next((one for one in waiting if one.role is line.role), None)
        if partner is not None:
            waiting.remove(partner)
        kept = replace(line, label=adopted_line(partner.label, line.label)) if partner is not None else line
        if line.role in TASK_FIELDS:
            readings.note(old.task_id, TASK_FIELDS[line.role], said)
            kept = replace(kept, words=partner.words if partner is not None else kept.words)
        elif partner is not None:
            kept = replace(kept, words=adopted(partner.words, said))
        made.append(partner if partner == kept else kept)
    return tuple(made)


def adopted_row(
    old: tuple[Row, Table], new: tuple[Row, Table], plans: tuple[Plan, Plan], named: Naming, readings: Readings
) -> Row:
    """Return a row of ours, cell by cell as it is printed; columns that the paper has no more keep their cells."""
    row, table = old
    columns = {column.id: column for column in table.columns}
    theirs, their_table = new
    made = replace(row, level=theirs.level)
    if row.kind is RowKind.GROUP:
        made = replace(made, title=adopted(row.title, theirs.title))
    for column in their_table.columns:
        own = columns.get(named(column.id))
        if own is None:
            if not (_is_title(made, column) and _is_title(theirs, column)):
                made = _with_cell(made, named(column.id), cell(plans[1], theirs, column))
        elif not (_is_computed(made, own) and _is_computed(theirs, column)) and not _is_title(made, own):
            said = adopted(cell(plans[0], row, own), cell(plans[1], theirs, column))
            made = _put(made, own, said, readings)
    kept = {named(column.id) for column in their_table.columns}
    gone = tuple(column_id for column_id in row.continues if column_id not in kept)
    return replace(made, continues=_merged(row.continues, (*map(named, theirs.continues), *gone)))


def _merged(old: tuple[Id, ...], new: tuple[Id, ...]) -> tuple[Id, ...]:
    return old if set(old) == set(new) else new


def _is_computed(row: Row, column: Column) -> bool:
    return column.role is Role.NUMBER and column.id not in dict(row.cells)


def _is_title(row: Row, column: Column) -> bool:
    return row.kind is RowKind.GROUP and column.role is Role.CONTENT and column.id not in dict(row.cells)


def _put(row: Row, column: Column, said: Text, readings: Readings) -> Row:
    """Return the row with the words of a cell; what its task or target holds is noted of that."""
    if column.id not in dict(row.cells):
        if row.kind is RowKind.TASK and column.role in TASK_FIELDS:
            readings.note(row.task_id, TASK_FIELDS[column.role], said)
            return row
        if row.kind is RowKind.TARGET and column.role in TARGET_FIELDS:
            readings.note(row.target_id, TARGET_FIELDS[column.role], said)
            return row
    return _with_cell(row, column.id, said)


def _with_cell(row: Row, column_id: Id, said: Text) -> Row:
    cells = dict(row.cells)
    if not said and column_id not in cells:
        return row
    return replace(row, cells=tuple({**cells, column_id: said}.items()))


def moved_row(old: Row, new: Row, table: Table, theirs: Plan, named: Naming, readings: Readings) -> Row:
    """Return a row of ours that stands in another table now: it prints the same task or target there."""
    made = replace(old, level=new.level, title=adopted(old.title, new.title), cells=(), continues=())
    for column in table.columns:
        own = replace(column, id=named(column.id))
        if column.role is not Role.NUMBER and not _is_title(made, own):
            made = _put(made, own, cell(theirs, new, column), readings)
    return replace(made, continues=tuple(map(named, new.continues)))
