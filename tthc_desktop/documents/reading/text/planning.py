"""The plan that the blocks of a paper make, part by part."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from tthc_desktop.documents.reading.text.head import read_header
from tthc_desktop.documents.reading.text.paragraphs import Paragraph, join_lines
from tthc_desktop.documents.reading.text.parts import Parts, appendix_title, split
from tthc_desktop.documents.reading.text.pieces import Reading, nodes_of, paragraphs_of, pieces_of
from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.documents.reading.text.tables.marked_off import Block, Grid
from tthc_desktop.documents.reading.text.tail import is_tail, read_tail
from tthc_desktop.documents.reading.text.title import is_basis, read_title, split_bases
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.period import period_of
from tthc_desktop.models.plan import Appendix, Basis, Header, Node, Plan, Stamp
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import EMPTY, Text, emphasised, plain

_WIDE_COLUMNS = 6


def plan_of(blocks: Sequence[Block], stamps: tuple[Stamp, ...], reading: Reading) -> Plan:
    """Return the plan, and note in `reading` what became of the lines."""
    parts = split(blocks)
    plan = _text(parts, Plan(new_id(), stamps=stamps), reading)
    plan = _foot(parts, plan, reading)
    plan = replace(plan, header=_header(parts, stamps, reading))
    appendices = tuple(_appendix(part, reading) for part in parts.appendices)
    return replace(plan, appendices=appendices, tasks=reading.tasks, targets=reading.targets)


def _header(parts: Parts, stamps: tuple[Stamp, ...], reading: Reading) -> Header:
    header, used = read_header([block for block in parts.head if isinstance(block, Line)])
    reading.place(used)
    if stamps and not header.number:
        at = stamps[0].at
        header = replace(header, number=stamps[0].number, symbol=header.symbol or stamps[0].symbol)
        header = replace(header, day=header.day or at.day, month=header.month or at.month, year=header.year or at.year)
    return header


def _text(parts: Parts, plan: Plan, reading: Reading) -> Plan:
    if parts.kind:
        reading.titled = True
        plan = replace(plan, kind=parts.kind.words.strip(" :"))
        reading.place([parts.kind.number], plan.id)
    bases, _ = _bases(paragraphs_of(parts.decision, reading), reading)
    pieces = pieces_of(parts.text, reading)
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
    return replace(plan, body=nodes_of([*rest, *pieces[lead:]], reading), period=period_of(str(words)))


def _bases(pieces: Sequence[Paragraph], reading: Reading) -> tuple[tuple[Basis, ...], list[Paragraph]]:
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


def _foot(parts: Parts, plan: Plan, reading: Reading) -> Plan:
    tail = read_tail(parts.tail or _tail_of(parts.decision))
    reading.place(tail.used, plan.id)
    return replace(plan, recipients=tail.recipients, signatory=tail.signatory)


def _tail_of(decision: Sequence[Block]) -> list[Line]:
    """Return the foot of the decision that issues the plan."""
    lines = [block for block in decision if isinstance(block, Line)]
    return lines[next((place for place, line in enumerate(lines) if is_tail(line.words)), len(lines)) :]


def _appendix(part: Sequence[Block], reading: Reading) -> Appendix:
    appendix = Appendix(new_id())
    first = part[0]
    assert isinstance(first, Line)
    reading.place([first.number], appendix.id)
    beside = appendix_title(first)
    pieces = pieces_of(part[1:], reading)
    lead = next((place for place, piece in enumerate(pieces) if isinstance(piece, Table)), len(pieces))
    front = [piece for piece in pieces[:lead] if isinstance(piece, Paragraph)]
    title = read_title(front)
    for piece in (*title.title, *title.attached):
        reading.place((line.number for line in piece.lines), appendix.id)
    nodes = nodes_of([*title.rest, *pieces[lead:]], reading)
    return replace(
        appendix,
        title=_joined_title(beside, title.title),
        attached=emphasised(join_lines([piece.text for piece in title.attached]), italic=False),
        landscape=_lies_across(part, nodes, reading),
        nodes=nodes,
    )


def _lies_across(part: Sequence[Block], nodes: Sequence[Node], reading: Reading) -> bool:
    """Tell whether an appendix stands on pages that lie across; where nothing says so, wide tables do."""
    if reading.landscape is None:
        return any(isinstance(node, Table) and len(node.columns) >= _WIDE_COLUMNS for node in nodes)
    numbers = (block.lines if isinstance(block, Grid) else (block.number,) for block in part)
    return not reading.landscape.isdisjoint(chain.from_iterable(numbers))


def _joined_title(beside: str, pieces: Sequence[Paragraph]) -> Text:
    words = [plain(beside) if beside else EMPTY, *(piece.text for piece in pieces)]
    return emphasised(join_lines([part for part in words if part]), bold=False)
