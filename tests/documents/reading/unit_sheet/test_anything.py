"""Whatever stands in a workbook, reading it as a unit's sheet ends in values or in known trouble."""

from contextlib import suppress
from datetime import date
from math import inf, nan
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.unit_sheets import DONE
from tthc_desktop.documents.reading.sheets.book import Area, Book, Kind, Seen, Sheet
from tthc_desktop.documents.reading.unit_sheet import read_unit_sheet
from tthc_desktop.documents.unit_sheet_form import GROUP, IDS, MARK
from tthc_desktop.errors import UserError
from tthc_desktop.models.progress.values import TITLES
from tthc_desktop.models.sending.workshare import LOCKED

_HEADING = (IDS, *LOCKED.values(), *TITLES.values())
_WORDS = ("", "", "w1", GROUP, "60%", "0.5", "31/02/2025", "=", "Đơn vị: Phòng A", *_HEADING, *DONE.values())
_NUMBERS = (None, 0.5, nan, inf, -1e300, 60, 45_874.0)
_DAYS = (None, date(1900, 1, 1), date(2025, 8, 5))
_LINES = (
    (
        '{"version":1,"sending":"s","plan":"p","title":"","unit":"u","unit_name":"Phòng","revision":1,'
        '"at":"2025-08-01T02:30:00+00:00","rows":1,"groups":[]}'
    ),
    '{"id":"w1","digest":"d","said":{"percent":"60"}}',
)
_seeds = st.integers(0, 10**9).map(Random)
"""A book takes hundreds of choices: drawn one by one they would take longer than all reading."""


def _cell(chance: Random) -> Seen:
    kind, number, day = chance.choice([*Kind]), chance.choice(_NUMBERS), chance.choice(_DAYS)
    return Seen("A1", chance.choice(_WORDS), kind, number, day, fills=chance.random() < 0.2)


def _row(chance: Random) -> tuple[Seen, ...]:
    return tuple(_cell(chance) for _ in _HEADING)


def _table(chance: Random) -> Sheet:
    heading = tuple(Seen("A1", title) for title in chance.sample(_HEADING, len(_HEADING)))
    above, below = ([_row(chance) for _ in range(chance.randrange(most))] for most in (3, 6))
    areas = tuple(_area(chance) for _ in range(chance.randrange(3)))
    return Sheet("Phần việc", (*above, heading, *below), areas)


def _area(chance: Random) -> Area:
    return chance.randrange(9), chance.randrange(9), chance.randrange(9), chance.randrange(9)


def _hidden(chance: Random) -> Sheet:
    lines = [_spoiled(chance, chance.choice(_LINES)) for _ in range(chance.randrange(4))]
    return Sheet("_tthc", tuple((Seen("A1", words),) for words in (MARK, *lines)), hidden=True)


def _spoiled(chance: Random, line: str) -> str:
    place = chance.randrange(len(line))
    put = "".join(chance.choices('0129"{}[],:-ntufalse', k=chance.randrange(3)))
    return line[:place] + put + line[place + len(put) :]


@given(_seeds)
def test_any_workbook_is_read_or_refused(chance: Random) -> None:
    sheets = tuple(chance.choice((_table, _hidden))(chance) for _ in range(chance.randrange(5)))
    with suppress(UserError):
        back = read_unit_sheet(Book("tệp.xlsx", sheets))
        cells = [cell for row in back.rows for cell in row.cells.values()]
        assert all(cell.words or cell.trouble for cell in cells if cell.seen)


@given(_seeds)
def test_a_table_is_read_or_its_hidden_sheet_told(chance: Random) -> None:
    with suppress(UserError):  # a spoiled version may be a newer one
        back = read_unit_sheet(Book("tệp.xlsx", (_table(chance), _hidden(chance))))
        assert back.sent is not None or back.problems
