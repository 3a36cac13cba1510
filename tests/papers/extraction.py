"""How an extraction leaves a paper: wraps, blank lines, page breaks, marks, and the cells of a table."""

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from random import Random

from tests.papers.building import Grid, Paragraph, Row

GAP = "   "


@dataclass(frozen=True)
class Extraction:
    """The habits of one extraction."""

    width: int
    blank_lines: str
    trailing: str
    page: int
    strong: str
    table: str


def choose(random: Random) -> Extraction:
    """Return the habits that belong together."""
    if random.random() < 0.4:
        return Extraction(0, "paragraphs", "", 0, random.choice(("", "**")), random.choice(("tabs", "pipes", "bars")))
    return Extraction(
        width=random.randint(60, 95),
        blank_lines=random.choice(("none", "paragraphs", "all")),
        trailing=random.choice(("", " ")),
        page=random.choice((0, 20, 35)),
        strong="",
        table=random.choice(("columns", "columns", "cells", "bars")),
    )


def lines_of(paragraphs: list[Paragraph], how: Extraction) -> list[str]:
    """Return the physical lines of the text, with page numbers and form feeds between its pages."""
    lines: list[str] = []
    for paragraph in paragraphs:
        strong = how.strong if paragraph.mark == "roman" else ""
        lines += _wrapped(f"{strong}{paragraph.words}{strong}", how.width)
        lines += [""] * (how.blank_lines == "paragraphs")
    if how.page:
        lines = list(_paged(lines, how.page))
    return spread(lines, how)


def spread(lines: list[str], how: Extraction) -> list[str]:
    """Return the lines with the blanks at their ends and, in some extractions, an empty line after each."""
    ended = [f"{line}{how.trailing}" for line in lines]
    return [part for line in ended for part in (line, "")] if how.blank_lines == "all" else ended


def table_lines(grid: Grid, how: Extraction) -> list[str]:
    """Return the lines of the table."""
    lines = _TABLES[how.table](grid)
    return spread(lines, how) if how.table == "cells" else lines


def _wrapped(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False) if width else [words]


def _paged(lines: list[str], page: int) -> Iterator[str]:
    for place, line in enumerate(lines):
        if place and place % page == 0:
            yield f"\f{place // page + 1}"
        yield line


def _tabs(grid: Grid) -> list[str]:
    return ["\t".join(cells) for cells in (grid.titles, *(_filled(row, grid) for row in grid.rows))]


def _pipes(grid: Grid) -> list[str]:
    lines = [f"| {' | '.join(cells)} |" for cells in (grid.titles, *(_filled(row, grid) for row in grid.rows))]
    return [lines[0], "|---" * len(grid.fields) + "|", *lines[1:]]


def _bars(grid: Grid) -> list[str]:
    lines = [part for title in grid.titles for part in ("|", f"**{title}**")]
    for row in grid.rows:
        joined = (f"**{'. '.join(row.cells)}**",) if row.kind == "group" else row.cells
        lines.append("|")
        lines += [part for cell in joined for part in ("|", *(_wrapped(cell, 40) or [""]))]
    return [*lines, "|"]


def _cells(grid: Grid) -> list[str]:
    return [cell for cells in (grid.titles, *(row.cells for row in grid.rows)) for cell in cells if cell]


def _columns(grid: Grid) -> list[str]:
    """Return the table set in columns by blanks; a group runs across them."""
    widths = [6, 34, *([18] * (len(grid.fields) - 2))]
    lines = _aligned(grid.titles, widths)
    for row in grid.rows:
        lines += _aligned(row.cells, [6, 80] if row.kind == "group" else widths)
    return lines


def _aligned(cells: tuple[str, ...], widths: list[int]) -> list[str]:
    parts = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        GAP.join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*parts, fillvalue="")
    ]


def _filled(row: Row, grid: Grid) -> tuple[str, ...]:
    return row.cells + ("",) * (len(grid.fields) - len(row.cells))


_TABLES: dict[str, Callable[[Grid], list[str]]] = {
    "tabs": _tabs,
    "pipes": _pipes,
    "bars": _bars,
    "cells": _cells,
    "columns": _columns,
}
