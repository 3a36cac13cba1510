"""From the text of a paper to a Draft."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from tthc_desktop.documents.reading.draft import Draft, Problem
from tthc_desktop.documents.reading.text.facts import Facts, gather
from tthc_desktop.documents.reading.text.gaps import gaps
from tthc_desktop.documents.reading.text.head import read_header
from tthc_desktop.documents.reading.text.paragraphs import Paragraph, join_lines, paragraphs
from tthc_desktop.documents.reading.text.parts import Parts, appendix_title, page_lines, split, stamp_at
from tthc_desktop.documents.reading.text.source import Line, read_lines, source_lines
from tthc_desktop.documents.reading.text.tables.aligned import with_aligned_tables
from tthc_desktop.documents.reading.text.tables.building import read_table
from tthc_desktop.documents.reading.text.tables.marked_off import Block, Grid, blocks, split_lines
from tthc_desktop.documents.reading.text.tables.unmarked import with_tables
from tthc_desktop.documents.reading.text.tail import is_tail, read_tail
from tthc_desktop.documents.reading.text.title import is_basis, read_title, split_bases
from tthc_desktop.documents.reading.text.tree import outline
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.outline import items, numbers
from tthc_desktop.models.period import period_of
from tthc_desktop.models.plan import Appendix, Basis, Header, Node, Plan, Stamp
from tthc_desktop.models.table import Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import EMPTY, Text, emphasised, plain

_WIDE_COLUMNS = 6


@dataclass(slots=True)
class _Reading:
    """What has been read so far: the fate of the lines, the doubts, the tasks and targets."""

    facts: Facts
    titled: bool = False
    placed: dict[int, Id] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    tasks: dict[Id, Task] = field(default_factory=dict)
    targets: dict[Id, Target] = field(default_factory=dict)

    def place(self, lines: Iterable[int], part: Id = "") -> None:
        self.placed |= dict.fromkeys(lines, part)


def read_text(paper: str, source: str = "") -> Draft:
    """Read the text of a plan. Nothing is refused: what finds no place is listed in the draft."""
    known = source_lines(paper)
    lines = read_lines(paper)
    reading = _Reading(gather([line for line in lines if line.words and line.words != "|"]))
    plan = _plan(lines, reading)
    numbers_known = {line.number for line in known}
    read = {line.number for line in lines if line.words}
    reading.place(numbers_known - read)
    reading.place(_left_page_numbers(lines, reading))
    placed = {number: reading.placed[number] for number in sorted(numbers_known & reading.placed.keys())}
    problems = (*sorted(reading.problems, key=lambda problem: problem.line), *gaps(plan, titled=reading.titled))
    draft = Draft(replace(plan, source=source), known, placed, problems)
    return replace(draft, plan=replace(draft.plan, unplaced=draft.unplaced))


def _left_page_numbers(lines: Sequence[Line], reading: _Reading) -> list[int]:
    """Return the lines without a place that count pages on from one another: 2, 3 …"""
    left = [line for line in lines if line.number not in reading.placed and line.words.isdecimal()]
    return [line.number for page, line in enumerate(left, 2) if line.words == str(page)]


def _plan(lines: Sequence[Line], reading: _Reading) -> Plan:
    stamps = _take_stamps(lines, reading)
    parts = split(_blocks(lines, reading))
    plan = _text(parts, Plan(new_id(), stamps=stamps), reading)
    plan = _foot(parts, plan, reading)
    plan = replace(plan, header=_header(parts, stamps, reading))
    appendices = tuple(_appendix(part, reading) for part in parts.appendices)
    return replace(plan, appendices=appendices, tasks=reading.tasks, targets=reading.targets)


def _take_stamps(lines: Sequence[Line], reading: _Reading) -> tuple[Stamp, ...]:
    found = [(line.number, stamp) for line in lines if (stamp := stamp_at(line.words))]
    reading.place(number for number, _ in found)
    return tuple(stamp for _, stamp in found)


def _blocks(lines: Sequence[Line], reading: _Reading) -> list[Block]:
    """Return the words of the paper with its tables; page numbers and rules are placed as the paper's own."""
    worded = [line for line in lines if line.words and line.number not in reading.placed]
    reading.place(page_lines(worded))
    worded = [line for line in worded if line.number not in reading.placed]
    found = blocks(worded)
    reached = {number for block in found for number in (block.lines if isinstance(block, Grid) else (block.number,))}
    reading.place({line.number for line in worded} - reached)
    rules = [block.number for block in found if isinstance(block, Line) and not block.words.strip("-_=*~─—. ")]
    reading.place(rules)
    kept = [block for block in found if not isinstance(block, Line) or block.number not in rules]
    return with_tables(with_aligned_tables(list(split_lines(kept))), reading.facts)


def _header(parts: Parts, stamps: tuple[Stamp, ...], reading: _Reading) -> Header:
    header, used = read_header([block for block in parts.head if isinstance(block, Line)])
    reading.place(used)
    if stamps and not header.number:
        at = stamps[0].at
        header = replace(header, number=stamps[0].number, symbol=header.symbol or stamps[0].symbol)
        header = replace(header, day=header.day or at.day, month=header.month or at.month, year=header.year or at.year)
    return header


def _text(parts: Parts, plan: Plan, reading: _Reading) -> Plan:
    if parts.kind:
        reading.titled = True
        plan = replace(plan, kind=parts.kind.words.strip(" :"))
        reading.place([parts.kind.number], plan.id)
    bases, _ = _bases(_paragraphs(parts.decision, reading), reading)
    pieces = _pieces(parts.text, reading)
    lead = next((place for place, piece in enumerate(pieces) if isinstance(piece, Table)), len(pieces))
    front = [piece for piece in pieces[:lead] if isinstance(piece, Paragraph)]
    title = read_title(front)
    for piece in (*title.title, *title.attached):
        reading.place((line.number for line in piece.lines), plan.id)
    more, rest = _bases(title.rest, reading)
    words = emphasised(join_lines([piece.text for piece in title.title]), bold=False)
    plan = replace(
        plan, title=words, attached=join_lines([piece.text for piece in title.attached]), bases=(*bases, *more)
    )
    return replace(plan, body=_nodes([*rest, *pieces[lead:]], reading), period=period_of(str(words)))


def _bases(pieces: Sequence[Paragraph], reading: _Reading) -> tuple[tuple[Basis, ...], list[Paragraph]]:
    """Take the bases out of the paragraphs before the first section."""
    first = next((place for place, piece in enumerate(pieces) if piece.mark.numbered), len(pieces))
    bases: list[Basis] = []
    rest: list[Paragraph] = []
    for piece in pieces[:first]:
        if not is_basis(piece.words):
            rest.append(piece)
            continue
        found = [Basis(new_id(), emphasised(words, italic=False)) for words in split_bases(piece.text)]
        reading.place((line.number for line in piece.lines), found[0].id)
        bases.extend(found)
    return tuple(bases), [*rest, *pieces[first:]]


def _paragraphs(part: Sequence[Block], reading: _Reading) -> list[Paragraph]:
    return paragraphs([block for block in part if isinstance(block, Line)], reading.facts)


def _pieces(part: Sequence[Block], reading: _Reading) -> list[Paragraph | Table]:
    pieces: list[Paragraph | Table] = []
    for is_grid, group in groupby(part, key=lambda block: isinstance(block, Grid)):
        if is_grid:
            pieces.extend(_table(block, reading) for block in group if isinstance(block, Grid))
        else:
            pieces.extend(_paragraphs(list(group), reading))
    return pieces


def _table(grid: Grid, reading: _Reading) -> Table:
    part = read_table(grid)
    reading.placed |= part.placed
    reading.problems.extend(part.problems)
    reading.tasks |= part.tasks
    reading.targets |= part.targets
    return part.table


def _nodes(pieces: Sequence[Paragraph | Table], reading: _Reading) -> tuple[Node, ...]:
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


def _foot(parts: Parts, plan: Plan, reading: _Reading) -> Plan:
    tail = read_tail(parts.tail or _tail_of(parts.decision))
    reading.place(tail.used, plan.id)
    return replace(plan, recipients=tail.recipients, signatory=tail.signatory)


def _tail_of(decision: Sequence[Block]) -> list[Line]:
    """Return the foot of the decision that issues the plan."""
    lines = [block for block in decision if isinstance(block, Line)]
    return lines[next((place for place, line in enumerate(lines) if is_tail(line.words)), len(lines)) :]


def _appendix(part: Sequence[Block], reading: _Reading) -> Appendix:
    appendix = Appendix(new_id())
    first = part[0]
    assert isinstance(first, Line)
    reading.place([first.number], appendix.id)
    beside = appendix_title(first)
    pieces = _pieces(part[1:], reading)
    lead = next((place for place, piece in enumerate(pieces) if isinstance(piece, Table)), len(pieces))
    front = [piece for piece in pieces[:lead] if isinstance(piece, Paragraph)]
    title = read_title(front)
    for piece in (*title.title, *title.attached):
        reading.place((line.number for line in piece.lines), appendix.id)
    nodes = _nodes([*title.rest, *pieces[lead:]], reading)
    return replace(
        appendix,
        title=_joined_title(beside, title.title),
        attached=emphasised(join_lines([piece.text for piece in title.attached]), italic=False),
        landscape=any(isinstance(node, Table) and len(node.columns) >= _WIDE_COLUMNS for node in nodes),
        nodes=nodes,
    )


def _joined_title(beside: str, pieces: Sequence[Paragraph]) -> Text:
    words = [plain(beside) if beside else EMPTY, *(piece.text for piece in pieces)]
    return emphasised(join_lines([part for part in words if part]), bold=False)
