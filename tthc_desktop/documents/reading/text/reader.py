"""From the text of a paper to a Draft."""

from collections.abc import Sequence
from dataclasses import replace

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.text.facts import gather
from tthc_desktop.documents.reading.text.gaps import gaps
from tthc_desktop.documents.reading.text.parts import stamp_at
from tthc_desktop.documents.reading.text.pieces import Reading, blocks_of
from tthc_desktop.documents.reading.text.planning import plan_of
from tthc_desktop.documents.reading.text.source import Line, read_lines, source_lines
from tthc_desktop.models.plan import Plan, SourceLine, Stamp


def read_text(paper: str, source: str = "") -> Draft:
    """Read the text of a plan. Nothing is refused: what finds no place is listed in the draft."""
    known = source_lines(paper)
    lines = read_lines(paper)
    reading = Reading(gather([line for line in lines if line.words and line.words != "|"]))
    stamps = take_stamps(lines, reading)
    plan = plan_of(blocks_of(lines, reading), stamps, reading)
    read = {line.number for line in lines if line.words}
    reading.place({line.number for line in known} - read)
    return drawn(replace(plan, source=source), lines, known, reading)


def drawn(plan: Plan, lines: Sequence[Line], known: tuple[SourceLine, ...], reading: Reading) -> Draft:
    """Return the plan with the fate of every line and with all doubts."""
    reading.place(_left_page_numbers(lines, reading))
    placed = {line.number: reading.placed[line.number] for line in known if line.number in reading.placed}
    problems = (*sorted(reading.problems, key=lambda problem: problem.line), *gaps(plan, titled=reading.titled))
    draft = Draft(plan, known, placed, problems)
    return replace(draft, plan=replace(plan, unplaced=draft.unplaced))


def _left_page_numbers(lines: Sequence[Line], reading: Reading) -> list[int]:
    """Return the lines without a place that count pages on from one another: 2, 3 …"""
    left = [line for line in lines if line.number not in reading.placed and line.words.isdecimal()]
    return [line.number for page, line in enumerate(left, 2) if line.words == str(page)]


def take_stamps(lines: Sequence[Line], reading: Reading) -> tuple[Stamp, ...]:
    """Return the stamps among the lines, which have their place with that."""
    found = [(line.number, stamp) for line in lines if (stamp := stamp_at(line.words))]
    reading.place(number for number, _ in found)
    return tuple(stamp for _, stamp in found)
