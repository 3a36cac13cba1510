"""Whatever happened to the cells of our own workbook, hidden ones too: reading ends, and gives a plan that holds."""

from contextlib import suppress
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.documents.own_plans import exported, tables_of
from tthc_desktop.documents.reading.sheets.book import Book, Seen, Sheet
from tthc_desktop.documents.reading.sheets.own.plans import OwnPlan, own_plans
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.table import RowKind

BOOK = exported(sample_plan())
WORDS = (
    "",
    "row:",
    "table:",
    "column:",
    "due:",
    "title:",
    "head:",
    "<[]>",
    "<{}>",
    "x",
    "7",
    "row:x",
    '<["row","a","b"]>',
)


@given(st.integers(0, 2**32), st.integers(1, 12))
def test_any_damage_gives_a_plan_that_holds(seed: int, times: int) -> None:
    random = Random(seed)
    book = BOOK
    for _ in range(times):
        book = damaged(book, random)
    found: tuple[OwnPlan, ...] = ()
    with suppress(UserError):  # it may call itself newer than this program
        found = own_plans(book)
    for own in found:
        assert holds(own)


def damaged(book: Book, random: Random) -> Book:
    """Return the book with a cell, a row or a column changed, moved, doubled or gone."""
    at = random.randrange(len(book.sheets))
    sheet = book.sheets[at]
    lines = [list(line) for line in sheet.rows]
    random.choice((write, swap_cells, drop_row, double_row, drop_column))(lines, random)
    sheets = [*book.sheets]
    sheets[at] = replace(sheet, rows=tuple(map(tuple, lines)))
    if random.random() < 0.1:
        sheets.append(Sheet(f"Bản sao {random.random()}", sheets[at].rows))
    return replace(book, sheets=tuple(sheets))


Lines = list[list[Seen]]


def write(lines: Lines, random: Random) -> None:
    line = random.choice(lines)
    at = random.randrange(len(line))
    words = line[at].words
    cut = words[: random.randrange(len(words) + 1)] + words[random.randrange(len(words) + 1) :]
    line[at] = Seen(line[at].address, random.choice((*WORDS, cut, cut)))


def swap_cells(lines: Lines, random: Random) -> None:
    one, other = random.choice(lines), random.choice(lines)
    at, to = random.randrange(len(one)), random.randrange(len(other))
    one[at], other[to] = other[to], one[at]


def drop_row(lines: Lines, random: Random) -> None:
    if len(lines) > 1:
        del lines[random.randrange(len(lines))]


def double_row(lines: Lines, random: Random) -> None:
    lines.insert(random.randrange(len(lines)), [*random.choice(lines)])


def drop_column(lines: Lines, random: Random) -> None:
    at = random.randrange(len(lines[0]))
    for line in lines:
        if len(line) > 1:
            del line[at]


def holds(own: OwnPlan) -> bool:
    """Tell whether every identity of the draft is there once and what rows print is there; fails with what is not."""
    plan = own.draft.plan
    found = tables_of(own)
    ids = [id_ for table in found for id_ in (table.id, *(row.id for row in table.rows))]
    ids += [appendix.id for appendix in plan.appendices]
    ids += [column.id for table in found for column in table.columns]
    assert len(set(ids)) == len(ids)
    for table in found:
        columns = {column.id for column in table.columns}
        for row in table.rows:
            assert row.kind is not RowKind.TASK or row.task_id in plan.tasks
            assert row.kind is not RowKind.TARGET or row.target_id in plan.targets
            assert {*row.continues, *(id_ for id_, _ in row.cells)} <= columns
            assert 0 <= row.level <= 100
    lines = own.draft.lines
    assert [line.number for line in lines] == [*range(1, len(lines) + 1)]
    return True
