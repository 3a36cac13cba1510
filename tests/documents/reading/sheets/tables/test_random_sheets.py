"""Sheets made at random, sound and damaged: no line is lost or counted twice, and what is read reads the same again."""

from hypothesis import given
from hypothesis import strategies as st

from tests.sheet_books import book, sheet
from tthc_desktop.documents.reading.sheets.book import Book, Kind, Seen
from tthc_desktop.documents.reading.sheets.tables.incoming import read_tables
from tthc_desktop.documents.reading.sheets.tables.proposing import propose
from tthc_desktop.models.outline import tables
from tthc_desktop.models.reconciling.comparing import reconcile
from tthc_desktop.models.reconciling.taking import taken

HEADINGS = (
    "STT",
    "Nội dung",
    "Đơn vị chủ trì",
    "Phối hợp",
    "Thời hạn",
    "Kết quả",
    "Giao chỉ tiêu",
    "ĐVT",
    "Ghi chú",
    "",
)
CELLS = (
    *HEADINGS, "I", "1", "1.1", "1.10", "a)", "(1)", "(2)", "KẾ HOẠCH", "Phụ lục II", "Rà soát thủ tục hành chính",
    "Văn phòng Sở", "Quý II/2026", "31/02/2026", "60%", "Tổng cộng", "GIÁM ĐỐC", "Nơi nhận:", "- việc con", "và thêm",
)  # fmt: skip
ODD = (Seen("", "#N/A", Kind.ERROR), Seen("", "", Kind.FORMULA), Seen("", "0.6", Kind.NUMBER, number=0.6))
_cells = st.one_of(st.sampled_from(CELLS), st.sampled_from(ODD))
_rows = st.lists(st.lists(_cells, max_size=7), max_size=9)
_corner = st.tuples(st.integers(0, 9), st.integers(0, 2), st.integers(0, 6), st.integers(0, 3))


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Draw a workbook of one or two sheets, often with a header somewhere, with merged cells that do not overlap."""
    made = []
    for name in draw(st.sampled_from((("Một",), ("Một", "Hai")))):
        rows = draw(_rows)
        if draw(st.booleans()):
            rows.insert(draw(st.integers(0, len(rows))), draw(st.permutations(HEADINGS[:7])))
        width = max(map(len, rows), default=0)
        taken_cells: set[tuple[int, int]] = set()
        merges = []
        for top, down, left, right in draw(st.lists(_corner, max_size=3)):
            area = {(row, at) for row in range(top, top + down + 1) for at in range(left, left + right + 1)}
            if len(area) > 1 and top + down < len(rows) and left + right < width and not area & taken_cells:
                taken_cells |= area
                merges.append((top, top + down, left, left + right))
        made.append(sheet(rows, name=name, merges=merges))
    return book(*made)


@given(books())
def test_nothing_is_lost(made: Book) -> None:
    incoming = read_tables(made, propose(made))
    numbers = [line.number for line in incoming.lines]
    assert numbers == sorted(set(numbers))
    said = sum(any(one.words.strip() and not one.fills for one in row) for one in made.sheets for row in one.rows)
    assert len(numbers) == said
    assert set(incoming.placed) <= set(numbers)
    of_rows = [line for table in incoming.tables for row in table.rows for line in row.lines]
    assert set(of_rows) <= set(incoming.placed)


@given(books())
def test_what_was_read_reads_the_same_again(made: Book) -> None:
    assert read_tables(made, propose(made)) == read_tables(made, propose(made))


@given(books())
def test_what_was_taken_is_all_there(made: Book) -> None:
    incoming = read_tables(made, propose(made))
    first = reconcile(None, incoming)
    plan = taken(None, first)
    waiting = {line.number for line in plan.unplaced}
    assert waiting >= {line.number for line in incoming.unplaced}
    made_of = [match.key for match in first.tables if any(change.taken for change in match.rows)]
    own = dict(zip(made_of, (table.id for table, _ in tables(plan)), strict=True))
    into = {match.key: own.get(match.key, "") for match in first.tables}
    assert taken(plan, reconcile(plan, incoming, into)) is plan
