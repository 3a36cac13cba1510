"""The layouts as real workbooks and as tables kept as text: read from the file they say what they say as cells."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from tests.sheet_books import Said, book, sheet
from tests.sheet_layouts import LAYOUTS, Layout
from tthc_desktop.documents.reading.sheets.reading import read_book
from tthc_desktop.documents.reading.sheets.tables.incoming import read_tables
from tthc_desktop.documents.reading.sheets.tables.proposing import propose
from tthc_desktop.documents.reading.sheets.tables.workbook import draft_of, read_incoming
from tthc_desktop.models.reconciling.incoming import Incoming

_each = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
_unmerged = pytest.mark.parametrize(
    "layout", [layout for layout in LAYOUTS if not layout.merges], ids=lambda layout: layout.name
)


def _told(incoming: Incoming) -> list[object]:
    return [
        (row.kind, row.level, row.number, sorted((id_, cell.words) for id_, cell in row.cells.items()))
        for table in incoming.tables
        for row in table.rows
    ]


def _as_cells(layout: Layout) -> Incoming:
    made = book(sheet(layout.rows, merges=layout.merges))
    return read_tables(made, propose(made))


def _write(path: Path, layout: Layout) -> None:
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet("Bảng1")
        covered = {(top, left): (top, left, down, right) for top, down, left, right in layout.merges}
        for at, cells in enumerate(layout.rows):
            for column, said in enumerate(cells):
                if (at, column) in covered:
                    page.merge_range(*covered.pop((at, column)), said)
                elif said != "":
                    page.write(at, column, said)
        for area in covered.values():
            page.merge_range(*area, "")


@_each
def test_as_a_workbook(layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "bang.xlsx"
    _write(path, layout)
    read = read_incoming(read_book(path))
    if not layout.name.startswith("begins"):
        assert _told(read) == _told(_as_cells(layout))
    assert [row.kind for row in read.tables[0].rows] == [said.split()[0] for said in layout.found]


@_unmerged
def test_as_text(layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "bang.csv"
    path.write_text("\n".join(map(_line, layout.rows)), encoding="utf-8-sig")
    read = read_incoming(read_book(path))
    assert [row.kind for row in read.tables[0].rows] == [said.split()[0] for said in layout.found]
    assert [row.level for row in read.tables[0].rows] == [int(said.split()[1]) for said in layout.found]


def _line(cells: Sequence[Said]) -> str:
    return ",".join('"{}"'.format(str(said).replace('"', '""')) for said in cells)


def test_a_draft_accounts_for_every_line(tmp_path: Path) -> None:
    for layout in LAYOUTS:
        path = tmp_path / "bang.xlsx"
        _write(path, layout)
        draft = draft_of(read_incoming(read_book(path)))
        assert draft.unplaced == draft.plan.unplaced
        assert {line.number for line in draft.lines} >= set(draft.placed)
