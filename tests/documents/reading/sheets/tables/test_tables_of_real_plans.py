"""The tables of real plans laid out as sheets in several ways: cell for cell the same when they are read again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real_plans import draft_of
from tests.sheet_books import Said, book, sheet
from tthc_desktop.documents.reading.sheets.book import Area, Book
from tthc_desktop.documents.reading.sheets.tables.incoming import read_tables
from tthc_desktop.documents.reading.sheets.tables.proposing import propose
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.comparing import reconcile
from tthc_desktop.models.reconciling.taking import taken
from tthc_desktop.models.reconciling.values import Taking
from tthc_desktop.models.reconciling.words import row_words
from tthc_desktop.models.table import Role, RowKind, Table, numbers


def _plans(folder: Path) -> Iterator[Plan]:
    for path in sorted(folder.glob("*.txt")):
        yield draft_of(path).plan


def _laid_out(plan: Plan, table: Table, *, merged: bool) -> Book:
    """Return the table as a sheet below a title, its header in one or two rows, groups across or in their cell."""
    head: list[Said] = [" ".join(str(column.title).split()) for column in table.columns]
    over: list[Said] = [str(column.over) or title for column, title in zip(table.columns, head, strict=True)]
    rows: list[list[Said]] = [["PHỤ LỤC"], ["Nhiệm vụ của kế hoạch"], []]
    merges: list[Area] = [(1, 1, 0, len(head) - 1)] if merged else []
    if any(column.over for column in table.columns):
        rows.append([said if at == 0 or over[at - 1] != said else "" for at, said in enumerate(over)])
        rows.append(["" if not column.over else title for column, title in zip(table.columns, head, strict=True)])
    else:
        rows.append(head)
    for number, row in zip(numbers(table), table.rows, strict=True):
        said = row_words(plan, table, row)
        rows.append([said[one.id] or (number if one.role is Role.NUMBER else "") for one in table.columns])
        if merged and row.kind is RowKind.GROUP and not row.cells and len(head) > 3:
            content = next(at for at, one in enumerate(table.columns) if one.role is Role.CONTENT)
            merges.append((len(rows) - 1, len(rows) - 1, content, len(head) - 1))
    return book(sheet(rows, merges=merges))


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize("folder", ["seeds", "more_plans"])
def test_cell_for_cell(folder: str, merged: bool, request: pytest.FixtureRequest) -> None:
    wrong = []
    count = 0
    for plan in _plans(request.getfixturevalue(folder)):
        for table, _ in tables(plan):
            kinds = {row.kind for row in table.rows}
            if not kinds & {RowKind.TASK, RowKind.TARGET}:
                continue
            count += 1
            made = _laid_out(plan, table, merged=merged)
            proposed = propose(made)
            incoming = read_tables(made, proposed)
            everything = Taking(rows={row.key: True for one in incoming.tables for row in one.rows})
            again = taken(None, reconcile(None, incoming), everything)
            found = [read for read, _ in tables(again)]
            if len(found) != 1 or _told(again, found[0]) != _told(plan, table):
                wrong.append((plan.source, [str(column.title) for column in table.columns]))
    assert count
    assert wrong == []


def _told(plan: Plan, table: Table) -> list[object]:
    columns = [column for column in table.columns if column.role is not Role.NUMBER]
    roles: list[object] = [[column.role for column in columns]]
    rows = [
        (number, row.kind, [" ".join(row_words(plan, table, row)[column.id].split()) for column in columns])
        for number, row in zip(numbers(table), table.rows, strict=True)
    ]
    return roles + rows
