"""From the clipboard to a fragment: markup or plain words in, paragraphs and tables of a plan out."""

from dataclasses import replace

from tthc_desktop.documents.reading.clipboard.limits import refuse_length, refuse_markup, refuse_table, refuse_words
from tthc_desktop.documents.reading.clipboard.pasted import Pasted
from tthc_desktop.documents.reading.clipboard.settling import settled
from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.documents.reading.laid_out.blocks import Block, Paper, TableBlock
from tthc_desktop.documents.reading.laid_out.frames import unframed
from tthc_desktop.documents.reading.laid_out.headings import Headings
from tthc_desktop.documents.reading.laid_out.laying import Laying, few_facts
from tthc_desktop.documents.reading.laid_out.tables import flat, width_of
from tthc_desktop.documents.reading.text.facts import gather
from tthc_desktop.documents.reading.text.pieces import Reading, blocks_of, pieces_of
from tthc_desktop.documents.reading.text.source import read_lines, source_lines
from tthc_desktop.models.editing.fragments import pieces
from tthc_desktop.models.fragment import part
from tthc_desktop.models.plan import SourceLine

_MANY_LINES = 3
_JSON_PER_LETTER = 10


def read_plain(words: str) -> Pasted:
    """Read words without markup: lines that a page's width broke are joined, marks and tables recognised."""
    refuse_words(words)
    lines = read_lines(words)
    reading = Reading(few_facts([line for line in lines if line.words and line.words != "|"]))
    pieces = pieces_of(blocks_of(lines, reading), reading)
    known = source_lines(words)
    read = {line.number for line in lines if line.words}
    reading.place({line.number for line in known} - read)
    return settled(pieces, reading, known)


def read_exact(words: str) -> Pasted:
    """Read what this program copied itself: nothing is to be recognised, and everything is who it was."""
    from tthc_desktop.documents.exchange import from_json  # noqa: PLC0415 - only where our own copy is pasted

    refuse_length(len(words) // _JSON_PER_LETTER)
    plan = from_json(words)
    fragment = part(plan)
    found = {piece.id: " ".join(f"{piece.number} {piece.words}".split()) for piece in pieces(fragment)}
    lines = tuple(SourceLine(number, said) for number, said in enumerate(found.values(), 1))
    return Pasted(fragment, lines, dict(enumerate(found, 1)), exact=True, came_from=plan.id)


def read_html(markup: str) -> Pasted:
    """Read markup as another program copies it; what is only laid out in lines is read as plain words."""
    from tthc_desktop.documents.reading.clipboard.markup import page_of  # noqa: PLC0415 - loads the parser

    refuse_markup(markup)
    page = page_of(markup)
    refuse_words("\n".join(str(block.text) for block in flat(page.blocks)))
    if len(page.blocks) == 1 and isinstance(only := page.blocks[0], Block) and only.marker is None:
        lines = str(only.text)
        if lines.count("\n") > _MANY_LINES:
            return _with_pictures(read_plain(lines), page)
    return _with_pictures(_read_page(page), page)


def _with_pictures(pasted: Pasted, page: Paper) -> Pasted:
    if not page.pictures:
        return pasted
    said = f"Có {page.pictures} hình không dán được, vì kế hoạch chỉ có chữ và bảng."
    return replace(pasted, problems=(*pasted.problems, Problem("nội dung sao chép", said)))


def _read_page(page: Paper) -> Pasted:
    blocks = list(unframed(page.blocks))
    for block in blocks:
        if isinstance(block, TableBlock):
            refuse_table(len(block.rows), width_of(block))
    laying = Laying()
    laid = laying.lay(blocks, Headings(block for block in blocks if isinstance(block, Block)))
    reading = Reading(gather([]), problems=list(laying.problems))
    return settled(pieces_of(laid, reading), reading, tuple(laying.lines))
