"""The head of a table: which rows it takes, what each column holds, which columns stand under one heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tthc_desktop.documents.reading.text.tables.marked_off import Cell
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.table import Column, Role
from tthc_desktop.models.text import EMPTY, Text, emphasised, fold
from tthc_desktop.models.vocabulary import column_roles

_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?")


@dataclass(frozen=True, slots=True)
class Heading:
    """Columns, and the rows of the grid they were read from."""

    columns: tuple[Column, ...]
    start: int
    end: int


def find_heading(rows: Sequence[Sequence[Cell]]) -> Heading | None:
    """Return the heading among the first rows, None when no row reads like one."""
    for start, row in enumerate(rows[:4]):
        titles = [cell.words for cell in row]
        if known(titles) >= min(3, max(2, len(titles) - 1)) and not any(len(title.split()) > 14 for title in titles):
            second = start + 1 < len(rows) and _is_second_row(row, rows[start + 1])
            below = rows[start + 1] if second else None
            return Heading(columns(_leaves(row, below)), start, start + 1 + second)
    return None


def known(titles: Sequence[str]) -> int:
    """Return how many of the titles tell what their column holds."""
    return sum(role is not Role.FREE for role in column_roles(list(titles)))


def _is_second_row(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Tell whether a row goes on with the heading: nothing under STT, and titles below the wide headings only."""
    titles = [cell.words for cell in row]
    filled = [title for title in titles if title]
    if not filled or titles[0] or any(len(title.split()) > 8 for title in filled):
        return False
    covered = sum(bool(cell.words) for cell in above) + len(filled) - 1 <= len(above) + 1
    return covered and known(["STT", *filled]) >= 1 + len(filled) / 2


def _leaves(above: Sequence[Cell], below: Sequence[Cell] | None) -> list[tuple[Text, Text]]:
    """Return title and wider heading of each leaf column."""
    if below is None:
        return [(cell.text, EMPTY) for cell in above]
    leaves: list[tuple[Text, Text]] = []
    wide = EMPTY
    for place in range(max(len(above), len(below))):
        upper = above[place].text if place < len(above) else EMPTY
        lower = below[place].text if place < len(below) else EMPTY
        wide = upper or wide
        leaves.append((lower, wide) if lower else (upper, EMPTY))
    return leaves


def columns(leaves: Sequence[tuple[Text, Text]]) -> tuple[Column, ...]:
    """Return the columns for their titles and wider headings."""
    titles = [str(title) for title, _ in leaves]
    roles = column_roles(titles)
    for place, (title, over) in enumerate(leaves):
        if roles[place] is Role.FREE and over:
            roles[place] = column_roles([*titles[:place], f"{over} {title}"])[-1]
    return tuple(
        Column(new_id(), role, _upright(title), _upright(over))
        for role, (title, over) in zip(roles, leaves, strict=True)
    )


def _upright(title: Text) -> Text:
    return emphasised(title, bold=False)


def repeats(columns_: Sequence[Column], row: Sequence[Cell]) -> bool:
    """Tell whether a row is the heading once more, as at the top of a page."""
    said = {fold(str(column.title)) for column in columns_} | {
        fold(str(column.over)) for column in columns_ if column.over
    }
    filled = [fold(cell.words) for cell in row if cell.words]
    return len(filled) >= 2 and all(words in said for words in filled)


def counts_columns(row: Sequence[Cell]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3)."""
    found = [_COLUMN_NUMBER.fullmatch(cell.words) for cell in row]
    return len(row) > 2 and all(match and int(match.group(1)) == place for place, match in enumerate(found, 1))
