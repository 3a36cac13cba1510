"""Tables of Word: merged cells, heads, lines, tables in tables."""

from tests.documents.reading.word.made import cell, grid, paragraph, read, row, table, tables
from tthc_desktop.documents.reading.laid_out.blocks import TableBlock

_BEGINS, _GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_TWO = '<w:gridSpan w:val="2"/>'


def test_cells_go_over_columns_and_rows() -> None:
    head = row(cell("STT", _BEGINS), cell("Phân công", _TWO))
    below = row(cell("", _GOES_ON), cell("Chủ trì"), cell("Phối hợp"))
    (found,) = tables(read(table(head, below, row(cell("1"), cell("Phòng A"), cell("Phòng B")))))
    assert grid(found) == [
        [("STT", 1, 2), ("Phân công", 2, 1)],
        [("Chủ trì", 1, 1), ("Phối hợp", 1, 1)],
        [("1", 1, 1), ("Phòng A", 1, 1), ("Phòng B", 1, 1)],
    ]


def test_words_in_a_cell_that_goes_on_belong_to_the_one_above() -> None:
    rows = (row(cell("Rà soát", _BEGINS), cell("một")), row(cell("và công bố", _GOES_ON), cell("hai")))
    (found,) = tables(read(table(*rows)))
    assert grid(found)[0][0] == ("Rà soát\nvà công bố", 1, 2)


def test_a_cell_that_goes_on_from_nothing_is_a_cell() -> None:
    (found,) = tables(read(table(row(cell("", _GOES_ON), cell("a")), row(cell("lạc", _GOES_ON + _TWO)))))
    assert grid(found) == [[("", 1, 1), ("a", 1, 1)], [("lạc", 2, 1)]]


def test_rows_that_are_repeated_on_each_page_are_the_head() -> None:
    repeated = "<w:tblHeader/>"
    rows = (row(cell("STT"), properties=repeated), row(cell("1"), properties=repeated), row(cell("2")))
    (found,) = tables(read(table(*rows)))
    assert [one.head for (one,) in found.rows] == [True, True, False]


def test_a_table_in_a_cell_is_a_block_of_the_cell() -> None:
    inner = table(row(cell("trong")))
    (found,) = tables(read(table(row(f"<w:tc>{paragraph('ngoài')}{inner}<w:p/></w:tc>"))))
    assert [type(block) is TableBlock for block in found.rows[0][0].blocks] == [False, True]
