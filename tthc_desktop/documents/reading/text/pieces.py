"""What every reader of running text goes through: lines to paragraphs and tables, and these to an outline."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.documents.reading.text.facts import Facts
from tthc_desktop.documents.reading.text.paragraphs import Paragraph, paragraphs
from tthc_desktop.documents.reading.text.parts import page_lines
from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.documents.reading.text.tables.aligned import with_aligned_tables
from tthc_desktop.documents.reading.text.tables.building import ReadGrid, TablePart, read_table
from tthc_desktop.documents.reading.text.tables.marked_off import Block, Grid, blocks, split_lines
from tthc_desktop.documents.reading.text.tables.unmarked import with_tables
from tthc_desktop.documents.reading.text.tree import outline
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.outline import items, numbers
from tthc_desktop.models.plan import Node
from tthc_desktop.models.table import Table
from tthc_desktop.models.task import Target, Task


@dataclass(slots=True)
class Reading:
    """What has been read so far: the fate of the lines, the doubts, the tasks and targets."""

    facts: Facts
    titled: bool = False
    placed: dict[int, Id] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    tasks: dict[Id, Task] = field(default_factory=dict)
    targets: dict[Id, Target] = field(default_factory=dict)
    landscape: frozenset[int] | None = None
    """The lines on pages that lie across, None where the paper does not say how its pages lie."""

    def place(self, lines: Iterable[int], part: Id = "") -> None:
        self.placed |= dict.fromkeys(lines, part)


def blocks_of(laid: Sequence[Block], reading: Reading) -> list[Block]:
    """Return the words of the paper with its tables; page numbers and rules are placed as the paper's own.

    Tables that the paper has already (`ReadGrid`) stay where they are.
    """
    lines = [line for line in laid if isinstance(line, Line)]
    reading.place(page_lines([line for line in lines if line.words and line.number not in reading.placed]))
    worded = [line for line in lines if line.words and line.number not in reading.placed]
    found = list(_with_marked_off(laid, reading))
    reached = {number for block in found for number in (block.lines if isinstance(block, Grid) else (block.number,))}
    reading.place({line.number for line in worded} - reached)
    rules = [block.number for block in found if isinstance(block, Line) and not block.words.strip("-_=*~─—. ")]
    reading.place(rules)
    kept = [block for block in found if not isinstance(block, Line) or block.number not in rules]
    return with_tables(with_aligned_tables(list(split_lines(kept))), reading.facts)


def _with_marked_off(laid: Sequence[Block], reading: Reading) -> Iterator[Block]:
    for is_grid, group in groupby(laid, key=lambda block: isinstance(block, Grid)):
        if is_grid:
            yield from group
        else:
            lines = [line for line in group if isinstance(line, Line) and line.words]
            yield from blocks([line for line in lines if line.number not in reading.placed])


def paragraphs_of(part: Sequence[Block], reading: Reading) -> list[Paragraph]:
    """Return the lines of a part as paragraphs."""
    return paragraphs([block for block in part if isinstance(block, Line)], reading.facts)


def pieces_of(part: Sequence[Block], reading: Reading) -> list[Paragraph | Table]:
    """Return the paragraphs and tables of a part in their order."""
    pieces: list[Paragraph | Table] = []
    for is_grid, group in groupby(part, key=lambda block: isinstance(block, Grid)):
        if is_grid:
            pieces.extend(_table(block, reading) for block in group if isinstance(block, Grid))
        else:
            pieces.extend(paragraphs_of(list(group), reading))
    return pieces


def _table(grid: Grid, reading: Reading) -> Table:
    return take_table(grid.part if isinstance(grid, ReadGrid) else read_table(grid), reading)


def take_table(part: TablePart, reading: Reading) -> Table:
    """Return the table of what was read, and remember the rest."""
    reading.placed |= part.placed
    reading.problems.extend(part.problems)
    reading.tasks |= part.tasks
    reading.targets |= part.targets
    return part.table


def nodes_of(pieces: Sequence[Paragraph | Table], reading: Reading) -> tuple[Node, ...]:
    """Return the outline of the pieces, and note where a printed number is not the one of its place."""
    found = outline(pieces)
    reading.placed |= found.placed
    reading.tasks |= found.tasks
    right = numbers(found.nodes)
    for item, _ in items(found.nodes):
        number, line = found.printed[item.id]
        if number and number != right[item.id]:
            marks = printed(item.mark, number), printed(item.mark, right[item.id])
            reading.problems.append(
                Problem(f"dòng {line}", f"Số in là “{marks[0]}”, theo vị trí là “{marks[1]}”.", line)
            )
    return found.nodes
