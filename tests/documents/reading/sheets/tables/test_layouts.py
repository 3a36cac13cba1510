"""The layouts that offices use: header, roles, groups and tasks as a reader finds them; nothing is lost on the way."""

import pytest

from tests.sheet_books import book, sheet
from tests.sheet_layouts import LAYOUTS, Layout
from tthc_desktop.documents.reading.sheets.tables.incoming import read_tables
from tthc_desktop.documents.reading.sheets.tables.proposing import no_tables, propose
from tthc_desktop.models.reconciling.comparing import reconcile
from tthc_desktop.models.reconciling.incoming import Incoming, IncomingRow
from tthc_desktop.models.reconciling.taking import taken
from tthc_desktop.models.reconciling.words import about
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import fold

_each = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


def _read(layout: Layout) -> Incoming:
    made = book(sheet(layout.rows, merges=layout.merges))
    return read_tables(made, propose(made))


def _said(row: IncomingRow, incoming: Incoming) -> str:
    first = about(row, incoming.tables[0].columns).split("\n")[0]
    return f"{row.kind} {row.level} {first}"


@_each
def test_columns(layout: Layout) -> None:
    made = book(sheet(layout.rows, merges=layout.merges))
    (table,) = propose(made)
    assert table.found
    assert no_tables(made, [table]) is None
    assert " ".join("-" if one.role is Role.FREE else str(one.role) for one in table.columns) == layout.roles


@_each
def test_rows(layout: Layout) -> None:
    incoming = _read(layout)
    assert [_said(row, incoming) for row in incoming.tables[0].rows] == list(layout.found)
    assert incoming.tables[0].title == layout.title


@_each
def test_every_line_is_placed_or_listed(layout: Layout) -> None:
    incoming = _read(layout)
    numbers = [line.number for line in incoming.lines]
    assert len(set(numbers)) == len(numbers) == sum(any(row) for row in layout.rows)
    assert set(incoming.placed) | {line.number for line in incoming.unplaced} == set(numbers)
    assert set(incoming.placed).isdisjoint(line.number for line in incoming.unplaced)


@_each
def test_every_word_is_in_the_plan_or_among_its_lines(layout: Layout) -> None:
    incoming = _read(layout)
    plan = taken(None, reconcile(None, incoming))
    held = [str(value) for one in plan.tasks.values() for value in (one.content, one.lead, one.result, one.deadline)]
    held += [str(value) for one in plan.tasks.values() for value in (one.coordinate,)]
    held += [str(value) for one in plan.targets.values() for value in (one.name, one.unit, one.value, one.lead)]
    held += [str(one.basis) for one in plan.targets.values()] + [line.text for line in plan.unplaced]
    table = plan.appendices[0].nodes[0] if plan.appendices else None
    rows = getattr(table, "rows", ())
    held += [str(row.title) for row in rows] + [str(words) for row in rows for _, words in row.cells]
    everything = fold(" ".join(held))
    for cells in layout.rows[_body(layout) :]:
        for said in cells[_numbers(layout) :]:
            words = said if isinstance(said, str) else ""
            assert _bare(words) in everything or _heads(layout, words), words


def _body(layout: Layout) -> int:
    made = book(sheet(layout.rows, merges=layout.merges))
    return propose(made)[0].body


def _numbers(layout: Layout) -> int:
    """Return how many cells before the content only count rows."""
    return 3 if layout.name.startswith("begins") else int(layout.roles.startswith("number"))


def _bare(words: str) -> str:
    return fold(words.partition(". ")[2] if words[:2] in {"I.", "II"} else words)


def _heads(layout: Layout, words: str) -> bool:
    return any(words in cells for cells in layout.rows[: _body(layout)])


@_each
def test_what_was_taken_is_all_there(layout: Layout) -> None:
    incoming = _read(layout)
    plan = taken(None, reconcile(None, incoming))
    again = reconcile(plan, incoming)
    assert {change.fate for match in again.tables for change in match.rows} == {"same"}
    assert taken(plan, again) is plan
