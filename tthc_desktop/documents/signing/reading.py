"""A signed PDF read for the plan that it is to issue: signatures, stamps, number and date, and its words compared."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from tthc_desktop.documents.reading.draft import Place
from tthc_desktop.documents.reading.laid_out.blocks import Block, Paper, Step, TableBlock, TableCell, no_step
from tthc_desktop.documents.reading.pdf import read_pdf_paper
from tthc_desktop.documents.reading.text.parts import stamps_in, without_stamps
from tthc_desktop.documents.signing.appearances import Shown, shown_by_signatures
from tthc_desktop.documents.signing.verifying import verify
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.errors import UserError
from tthc_desktop.models.comparison.passages import Departures, Passage, departures
from tthc_desktop.models.editing.life import is_locked, numbered
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signed_paper import SignedPaper, facts_of
from tthc_desktop.models.version import Issue

_LINE = 8
"""Lines of signatures with so many letters are known again; shorter ones could be anything."""


def read_signed(data: bytes, name: str, plan: Plan, roots: Sequence[bytes] = (), step: Step = no_step) -> SignedPaper:
    """Read a signed PDF and hold it against the plan.

    `roots` are the certificates that the office trusts. `step` may raise to stop. Raises `UserError` for a file that
    cannot be opened; one that is not signed, or of which nothing can be read, is told in the answer.
    """
    signatures = verify(data, roots)
    shown = shown_by_signatures(data, name)
    passages, unread = _passages(data, name, step)
    own = (stamp for passage in passages for stamp in stamps_in(passage.words))
    stamps = tuple(dict.fromkeys((*shown.stamps, *own)))
    facts = facts_of(stamps, shown.head, signatures, plan)
    found = None if unread else _held_against(plan, facts.issue, _bare(passages, shown))
    return SignedPaper(name, signatures, stamps, shown.head, facts, found, unread)


def _passages(data: bytes, name: str, step: Step) -> tuple[tuple[Passage, ...], str]:
    """Return the words of a file that can be opened, or why it has none that can be read."""
    try:
        return tuple(_each(read_pdf_paper(data, name, step))), ""
    except UserError as error:
        return (), error.what


def _held_against(plan: Plan, issue: Issue | None, words: Sequence[Passage]) -> Departures:
    """Return how the words depart from the print of the plan as it is, or would be, issued."""
    expected = plan.issue or issue
    printed = render(numbered(plan, expected) if expected and not is_locked(plan) else plan)
    own = tuple(_each(read_pdf_paper(printed, "bản in")))
    return departures(own, words, expected, plan.kind)


def _each(paper: Paper) -> Iterator[Passage]:
    """Yield the paragraphs of a paper and the rows of its tables, without what belongs to the pages alone."""
    for block in paper.blocks:
        if isinstance(block, Block):
            yield _passage(str(block.text), block.place)
            continue
        for row, place in zip_longest(block.rows, block.places):
            yield _passage(_row_words(row or ()), place)


def _passage(words: str, place: Place | None) -> Passage:
    return Passage(words, place.page, place.box) if place else Passage(words)


def _row_words(cells: Sequence[TableCell]) -> str:
    return " | ".join(" ".join(_cell_words(cell)) for cell in cells)


def _cell_words(cell: TableCell) -> Iterator[str]:
    for block in cell.blocks:
        if isinstance(block, TableBlock):
            yield from (_row_words(row) for row in block.rows)
        else:
            yield str(block.text)


def _bare(passages: Sequence[Passage], shown: Shown) -> tuple[Passage, ...]:
    """Return the words without those that signatures print, where a program has pressed them into the page."""
    printed = {line for line in shown.lines if len(line) >= _LINE}
    bare = (replace(one, words=without_stamps(one.words)) for one in passages)
    return tuple(one for one in bare if " ".join(one.words.split()) not in printed)
