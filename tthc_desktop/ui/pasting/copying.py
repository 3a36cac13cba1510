"""What a selection on the page surface gives to the clipboard."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextCursor

from tthc_desktop.documents.writing.clipboard import Chosen, copied, exact
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import Run, Text, linked, text
from tthc_desktop.ui.pasting.clips import EXACT
from tthc_desktop.ui.plan import layout
from tthc_desktop.ui.plan.paragraph import BASES, BODY, HEADER, SIGNATURE, Paragraph, Style

_OUR_CAPTIONS = {HEADER, BASES, BODY, SIGNATURE}
"""What stands over the parts of the page and is not on paper; that of an appendix is."""


def mime_of(plan: Plan, cursor: QTextCursor, paragraphs: Sequence[Paragraph]) -> QMimeData:
    """Return the selection with the numbers, labels and tables that stand on the page."""
    chosen = tuple(chosen_of(cursor, paragraphs))
    made = QMimeData()
    form = copied(plan, chosen)
    made.setHtml(form.html)
    made.setText(form.plain)
    if own := exact(plan, chosen):
        made.setData(EXACT, QByteArray(own.encode()))
    return made


def chosen_of(cursor: QTextCursor, paragraphs: Sequence[Paragraph]) -> Iterator[Chosen]:
    """Yield the selected paragraphs; inside one of them words only, from several their marks too."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block, last = document.findBlock(start), document.findBlock(end).blockNumber()
    alone = block.blockNumber() == last
    while block.isValid() and block.blockNumber() <= last and block.blockNumber() < len(paragraphs):
        paragraph, first = paragraphs[block.blockNumber()], block.position()
        stop = min(end, first + block.length() - 1)
        here = slice_of(linked(layout.text_of(block), paragraph.words), max(start - first, 0), stop - first)
        begins, ends = start <= first and not alone, end >= first + block.length() - 1 and not alone
        untouched = block.blockNumber() == last and end == first and not alone
        if paragraph.place.owner not in _OUR_CAPTIONS and not untouched:
            part = "table" if paragraph.style is Style.TABLE else paragraph.place.part
            yield Chosen(paragraph.place.owner, part, here, begins, ends)
        block = block.next()


def slice_of(words: Text, start: int, end: int) -> Text:
    """Return the letters from `start` to `end` with their emphasis and the figures that are whole."""
    runs: list[Run] = []
    place = 0
    for run in words.runs:
        runs.append(Run(run.text[max(start - place, 0) : max(end - place, 0)], run.bold, run.italic, run.figure))
        place += len(run.text)
    return linked(text(runs), words)
