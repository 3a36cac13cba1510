"""A sheet looked at as a grid gives the same words however its rows are asked for."""

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.reading.sheets.book import Seen, Sheet
from tthc_desktop.documents.reading.sheets.tables.grid import view_of

ROWS = 200


@given(st.lists(st.integers(0, ROWS - 1), max_size=400))
def test_rows_are_told_in_any_order(asked: list[int]) -> None:
    rows = tuple((Seen("", f" {row} "), Seen(""), Seen("", "gộp", fills=row % 3 == 0)) for row in range(ROWS))
    view = view_of(Sheet("Bảng", rows))
    for row in [*range(ROWS), *asked]:
        assert view.own_cells(row) == ({0: str(row)} if row % 3 == 0 else {0: str(row), 2: "gộp"})
