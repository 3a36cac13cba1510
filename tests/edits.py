"""Random edits of a plan, each through a function of the program."""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.strategies import (
    Printed,
    any_texts,
    bases,
    fresh_id,
    headers,
    nodes,
    periods,
    recipients,
    row,
    signatories,
    table_columns,
    task_lines,
    texts,
    words,
)
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import blocks, cells, paper, structure, tables, tasks, text
from tthc_desktop.models.editing import rows as rows_of
from tthc_desktop.models.editing.block_pasting import Spot, paste_block
from tthc_desktop.models.editing.columns import arrange_columns, move_columns
from tthc_desktop.models.editing.dragging import Drag, fill_dragged
from tthc_desktop.models.editing.pasting import destination, paste
from tthc_desktop.models.editing.sorting import sort_rows
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, tables_in
from tthc_desktop.models.outline import tables as tables_of
from tthc_desktop.models.plan import Appendix, Item, Plan
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Role, RowKind, Table

Edit = Callable[[DrawFn, Plan], Plan]


@st.composite
def edited(draw: DrawFn, plan: Plan) -> Plan:
    """Draw the plan after one random edit; an edit that makes no sense for it leaves it as it is."""
    edit = draw(st.sampled_from(EDITS))
    try:
        return edit(draw, plan)
    except UserError:
        return plan


@st.composite
def carried(draw: DrawFn, source: Plan, target: Plan) -> tuple[Plan, Plan]:
    """Draw two plans after a part of the first has gone over into the second with its identities."""
    if not source.body:
        return source, target
    node = draw(st.sampled_from(source.body))
    rest = text.remove_nodes(source, [node.id])
    wanted = set(tasks.printed(Plan("", body=(node,))))
    if wanted & (rest.tasks.keys() | rest.targets.keys()):
        return source, target
    under = draw(st.sampled_from(_places(target)))
    made = text.insert_nodes(
        target,
        under,
        _place(draw, text.nodes_under(target, under)),
        tasks.without_shares((node,), source.tasks.keys() - wanted),
        tasks=[source.tasks[id_] for id_ in source.tasks if id_ in wanted],
        targets=[source.targets[id_] for id_ in source.targets if id_ in wanted],
    )
    return rest, made


def _one(draw: DrawFn, ids: Sequence[Id]) -> Id:
    """Draw an identity, now and then an unknown one."""
    return draw(st.sampled_from(["unknown", *ids] if len(ids) < 2 else ids))


def _some(draw: DrawFn, ids: Sequence[Id]) -> list[Id]:
    return draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)) if ids else []


def _place(draw: DrawFn, members: Sequence[object]) -> int:
    return draw(st.integers(0, len(members)))


def _items(plan: Plan) -> list[Item]:
    parts = (plan.body, *(appendix.nodes for appendix in plan.appendices))
    return [item for part in parts for item, _ in items(part)]


def _table(draw: DrawFn, plan: Plan) -> Table:
    return tables.find_table(plan, _one(draw, [table.id for table, _ in tables_of(plan)]))


def _item(draw: DrawFn, plan: Plan) -> Item:
    return text.find_item(plan, _one(draw, [item.id for item in _items(plan)]))


def _under(draw: DrawFn, plan: Plan) -> Id:
    return _one(draw, _places(plan))


def _places(plan: Plan) -> list[Id]:
    return [plan.id, *(appendix.id for appendix in plan.appendices), *(item.id for item in _items(plan))]


def _nodes(plan: Plan) -> list[Id]:
    parts = (plan.body, *(appendix.nodes for appendix in plan.appendices))
    own = [item.id for item in _items(plan)]
    return own + [table.id for part in parts for table in tables_in(part)]


def _bases(draw: DrawFn, plan: Plan) -> Plan:
    ids = [basis.id for basis in plan.bases]
    match draw(st.integers(0, 3)):
        case 0:
            return paper.set_basis(plan, _one(draw, ids), draw(any_texts()))
        case 1:
            return paper.insert_bases(plan, _place(draw, ids), draw(st.lists(bases(), max_size=2)))
        case 2:
            return paper.remove_bases(plan, _some(draw, ids))
        case _:
            return paper.move_bases(plan, _some(draw, ids), _place(draw, ids))


def _recipients(draw: DrawFn, plan: Plan) -> Plan:
    ids = [recipient.id for recipient in plan.recipients]
    match draw(st.integers(0, 3)):
        case 0:
            return paper.set_recipient(plan, _one(draw, ids), draw(words()), draw(st.integers(0, 1)))
        case 1:
            return paper.insert_recipients(plan, _place(draw, ids), draw(st.lists(recipients(), max_size=2)))
        case 2:
            return paper.remove_recipients(plan, _some(draw, ids))
        case _:
            return paper.move_recipients(plan, _some(draw, ids), _place(draw, ids))


def _appendices(draw: DrawFn, plan: Plan) -> Plan:
    ids = [appendix.id for appendix in plan.appendices]
    match draw(st.integers(0, 4)):
        case 0:
            return paper.set_appendix_title(plan, _one(draw, ids), draw(texts()))
        case 1:
            return paper.set_appendix_landscape(plan, _one(draw, ids), landscape=draw(st.booleans()))
        case 2:
            return paper.insert_appendix(plan, _place(draw, ids), Appendix(fresh_id(), draw(texts()), draw(texts())))
        case 3:
            return paper.remove_appendix(plan, _one(draw, ids))
        case _:
            return paper.move_appendix(plan, _one(draw, ids), _place(draw, ids))


def _look(draw: DrawFn, plan: Plan) -> Plan:
    item = _item(draw, plan)
    match draw(st.integers(0, 2)):
        case 0:
            return text.set_mark(plan, item.id, draw(st.sampled_from(Mark)), draw(st.integers(0, 3)))
        case 1:
            return text.set_heading(plan, item.id, heading=draw(st.booleans()))
        case _:
            return text.set_lines(plan, item.id, tuple(draw(task_lines())))


def _wording(draw: DrawFn, plan: Plan) -> Plan:
    item = _item(draw, plan)
    if draw(st.booleans()):
        return text.set_words(plan, item.id, draw(any_texts()))
    return text.set_line(plan, item.id, draw(st.integers(0, 1)), draw(texts()))


def _insert_nodes(draw: DrawFn, plan: Plan) -> Plan:
    under, printed = _under(draw, plan), Printed()
    new = nodes(draw, printed, 2)
    place = _place(draw, text.nodes_under(plan, under))
    return text.insert_nodes(plan, under, place, new, tasks=printed.tasks.values(), targets=printed.targets.values())


def _remove_nodes(draw: DrawFn, plan: Plan) -> Plan:
    return text.remove_nodes(plan, _some(draw, _nodes(plan)))


def _move_nodes(draw: DrawFn, plan: Plan) -> Plan:
    under = _under(draw, plan)
    return text.move_nodes(plan, _some(draw, _nodes(plan)), under, _place(draw, text.nodes_under(plan, under)))


def _structure(draw: DrawFn, plan: Plan) -> Plan:
    chosen = _some(draw, _nodes(plan))
    match draw(st.integers(0, 5)):
        case 0:
            return structure.demote(plan, chosen)
        case 1:
            return structure.promote(plan, chosen)
        case 2:
            return structure.move_up(plan, chosen)
        case 3:
            return structure.move_down(plan, chosen)
        case 4:
            return structure.cut_out(plan, chosen)
        case _:
            under = _under(draw, plan)
            return structure.move_to(plan, chosen, under, _place(draw, text.nodes_under(plan, under)))


def _paragraphs(draw: DrawFn, plan: Plan) -> Plan:
    item, other = _item(draw, plan), _item(draw, plan)
    match draw(st.integers(0, 4)):
        case 0:
            return structure.split(plan, item.id, draw(any_texts()), draw(any_texts()), fresh_id())
        case 1:
            return structure.join_items(plan, item.id, other.id)
        case 2:
            return structure.replace_span(plan, item.id, other.id, draw(any_texts()))
        case 3:
            return structure.add_sibling(plan, item.id, Item(fresh_id(), item.mark))
        case _:
            return structure.set_numbering(plan, item.id, draw(st.sampled_from(Mark)), everywhere=draw(st.booleans()))


def _blocks(draw: DrawFn, plan: Plan) -> Plan:
    item = _item(draw, plan)
    match draw(st.integers(0, 2)):
        case 0:
            return blocks.to_task(plan, item.id, fresh_id())
        case 1:
            return blocks.to_text(plan, item.id)
        case _:
            return blocks.add_task(plan, item.id, Item(fresh_id(), item.mark), fresh_id())


def _paste(draw: DrawFn, plan: Plan) -> Plan:
    printed = Printed()
    body = nodes(draw, printed, 2)
    fragment = Fragment(body, printed.tasks, printed.targets, tuple(draw(st.lists(bases(), max_size=1))))
    owner = draw(st.sampled_from(["", *_places(plan), *_nodes(plan), *(basis.id for basis in plan.bases)]))
    return paste(plan, fragment, destination(plan, owner, fragment))


def _rows(draw: DrawFn, plan: Plan) -> Plan:
    table, printed = _table(draw, plan), Printed()
    ids = [row.id for row in table.rows]
    match draw(st.integers(0, 3)):
        case 0:
            new = [row(draw, printed, table.columns) for _ in range(draw(st.integers(1, 3)))]
            place, held = _place(draw, ids), (printed.tasks.values(), printed.targets.values())
            return tables.insert_rows(plan, table.id, place, new, tasks=held[0], targets=held[1])
        case 1:
            return tables.remove_rows(plan, table.id, _some(draw, ids))
        case 2:
            return tables.move_rows(plan, table.id, _some(draw, ids), _place(draw, ids))
        case _:
            return tables.set_level(plan, table.id, _some(draw, ids), draw(st.integers(0, 2)))


def _row_acts(draw: DrawFn, plan: Plan) -> Plan:
    table = _table(draw, plan)
    chosen = _some(draw, [row.id for row in table.rows])
    columns = [column.id for column in table.columns]
    acts: tuple[Callable[[], Plan], ...] = (
        lambda: rows_of.add_above(plan, table.id, chosen).plan,
        lambda: rows_of.add_below(plan, table.id, chosen).plan,
        lambda: rows_of.add_group(plan, table.id, chosen, draw(words())).plan,
        lambda: rows_of.duplicate(plan, table.id, chosen).plan,
        lambda: rows_of.move(plan, table.id, chosen, draw(st.sampled_from((-1, 1)))),
        lambda: rows_of.shift(plan, table.id, chosen, draw(st.sampled_from((-1, 1)))),
        lambda: rows_of.turn_into(plan, table.id, chosen, draw(st.sampled_from(RowKind))),
        lambda: cells.merge_cells(plan, table.id, chosen, columns),
        lambda: cells.unmerge_cells(plan, table.id, chosen, columns),
        lambda: cells.fill_down(plan, table.id, chosen, columns),
        lambda: _dragged(draw, plan, table),
        lambda: cells.fill_right(plan, table.id, chosen, columns),
        lambda: cells.empty_cells(plan, table.id, chosen, columns),
        lambda: sort_rows(plan, table.id, _one(draw, columns), descending=draw(st.booleans())),
        lambda: _block(draw, plan, table),
        lambda: arrange_columns(plan, table.id, tuple(draw(st.permutations(table.columns)))[:2]),
    )
    return draw(st.sampled_from(acts))()


def _dragged(draw: DrawFn, plan: Plan, table: Table) -> Plan:
    ids = [row.id for row in table.rows]
    columns = [column.id for column in table.columns]
    hidden = frozenset(_some(draw, ids))
    shown = [row_id for row_id in ids if row_id not in hidden]
    first = draw(st.integers(0, len(shown)))
    swapped = draw(st.booleans())
    return fill_dragged(plan, table.id, Drag(shown[:first], columns, shown[first:], swapped=swapped), hidden)


def _block(draw: DrawFn, plan: Plan, table: Table) -> Plan:
    width = draw(st.integers(1, 4))
    block = tuple(tuple(draw(texts()) for _ in range(width)) for _ in range(draw(st.integers(1, 3))))
    ids = tuple(row.id for row in table.rows)
    spot = Spot(ids, draw(st.integers(0, len(ids))), draw(st.integers(0, max(len(table.columns) - 1, 0))))
    return paste_block(plan, table.id, block, spot).plan


def _cells(draw: DrawFn, plan: Plan) -> Plan:
    table = _table(draw, plan)
    rows_of = [row.id for row in table.rows]
    columns_of = [column.id for column in table.columns if column.role is not Role.NUMBER]
    places = [(row, column) for row in rows_of for column in columns_of]
    chosen = draw(st.lists(st.sampled_from(places), unique=True, max_size=4)) if places else []
    return tables.set_cells(plan, table.id, {place: draw(texts()) for place in chosen})


def _columns(draw: DrawFn, plan: Plan) -> Plan:
    table = _table(draw, plan)
    ids = [column.id for column in table.columns]
    match draw(st.integers(0, 4)):
        case 0:
            look = {"title": draw(texts()), "over": draw(texts())}
            return tables.set_column(plan, table.id, _one(draw, ids), **look, width=draw(st.sampled_from((0.0, 0.3))))
        case 1:
            return tables.insert_column(plan, table.id, _place(draw, ids), draw(table_columns())[0])
        case 2:
            return tables.remove_column(plan, table.id, _one(draw, ids))
        case 3:
            return move_columns(plan, table.id, [_one(draw, ids)], _place(draw, ids))
        case _:
            flags = {"continuous": draw(st.booleans()), "number_in_title": draw(st.booleans())}
            return tables.set_scheme(plan, table.id, (Mark.ROMAN, Mark.ARABIC), **flags)


def _task(draw: DrawFn, plan: Plan) -> Plan:
    if draw(st.booleans()):
        role = draw(st.sampled_from(sorted(TASK_FIELDS)))
        return tasks.set_task(plan, _one(draw, sorted(plan.tasks)), role, draw(texts()))
    role = draw(st.sampled_from(sorted(TARGET_FIELDS)))
    return tasks.set_target(plan, _one(draw, sorted(plan.targets)), role, draw(texts()))


EDITS: tuple[Edit, ...] = (
    lambda draw, plan: paper.set_title(plan, draw(any_texts())),
    lambda draw, plan: paper.set_kind(plan, draw(words())),
    lambda draw, plan: paper.set_attached(plan, draw(texts())),
    lambda draw, plan: paper.set_header(plan, draw(headers())),
    lambda draw, plan: paper.set_period(plan, draw(st.none() | periods())),
    lambda draw, plan: paper.set_signatory(plan, draw(signatories())),
    _bases,
    _recipients,
    _appendices,
    _look,
    _wording,
    _insert_nodes,
    _remove_nodes,
    _move_nodes,
    _structure,
    _structure,
    _paragraphs,
    _blocks,
    _paste,
    _rows,
    _rows,
    _row_acts,
    _row_acts,
    _cells,
    _columns,
    _task,
)
