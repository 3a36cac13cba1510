"""Chapters as flows."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from itertools import pairwise

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import Align, Block, Style
from tthc_desktop.documents.writing.pdf.document import Sheet
from tthc_desktop.documents.writing.pdf.elements import TITLE
from tthc_desktop.documents.writing.pdf.flow import Flow, tie
from tthc_desktop.documents.writing.pdf.guide.flows import Hanging, Pictured
from tthc_desktop.documents.writing.pdf.images import Image
from tthc_desktop.documents.writing.pdf.kept import Kept
from tthc_desktop.documents.writing.pdf.lines import Paragraph, lines, paragraph, plain_words
from tthc_desktop.documents.writing.pdf.table import Frame, TableFlow
from tthc_desktop.models.guide import values
from tthc_desktop.models.guide.values import Chapter, Guide, Ink, Span, Words
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import Run, text

TEXT = Style(12.0, 16.5, gap=5.0, align=Align.LEFT)
ENTRY = replace(TEXT, gap=3.0)
CAPTION = Style(10.5, 14.0, gap=9.0, align=Align.CENTRE)
PART = Style(13.5, 18.0, gap=13.0, align=Align.LEFT, keeps=True)
CHAPTER = Style(18.0, 25.0, gap=34.0, align=Align.LEFT, keeps=True)
_INDENT = 24.0
_FIRST = 35.0
"""The share of a table's first column."""


class Setter:
    """Makes the chapters of one guide into flows of a page."""

    def __init__(self, guide: Guide, rules: Rules, page: Sheet, picture: Callable[[str], Image]) -> None:
        self._numbers = {chapter.name: number for number, chapter in enumerate(guide.chapters, 1)}
        self._rules, self._page, self._picture = rules, page, picture
        self._kept = Kept()

    def chapter(self, chapter: Chapter) -> list[Flow]:
        """Return a chapter from its title on."""
        title = plain_words(f"{self._numbers[chapter.name]}. {chapter.title}", bold=True)
        flows: list[Flow] = [self._block(title, CHAPTER, chapter.name, TITLE)]
        for at, block in enumerate(chapter.blocks):
            flows += self._flows(chapter, block, (chapter.name, at))
        for before, flow in pairwise(flows):
            if isinstance(before, Block) and before.style.keeps:
                tie(flow)
        return flows

    def _flows(self, chapter: Chapter, block: values.Block, key: Hashable) -> Iterator[Flow]:
        match block:
            case values.Heading(words, name):
                yield self._block(self._words(words, bold=True), PART, f"{chapter.name}#{name}", "H2")
            case values.Paragraph(words):
                yield self._block(self._words(words), TEXT)
            case values.Advice(words):
                yield self._hanging(words, TEXT, "")
            case values.Listed(entries, counted):
                for number, words in enumerate(entries, 1):
                    entry = self._hanging(words, ENTRY, f"{number}." if counted else "–")
                    entry.in_list(key)
                    yield entry
            case values.Grid():
                yield self._table(block, f"{key}")
            case values.Picture(name, caption):
                said = lines(plain_words(caption, italic=True), self._page.width / CAPTION.size)
                yield Pictured(self._picture(name), said, caption, CAPTION, (self._page.width, self._page.height))

    def _block(self, words: Paragraph, style: Style, id_: str = "", role: str = "P") -> Block:
        set_lines = lines(words, self._page.width / style.size)
        return Block(set_lines, style, self._page.width, "Hướng dẫn", id_, role=role)

    def _hanging(self, words: Words, style: Style, mark: str) -> Hanging:
        edges = (_INDENT, self._page.width)
        set_lines = lines(self._words(words), (edges[1] - edges[0]) / style.size)
        marked = lines(plain_words(mark), 4.0)[0] if mark else None
        return Hanging(set_lines, style, edges, marked)

    def _table(self, grid: values.Grid, name: str) -> TableFlow:
        rest = (100.0 - _FIRST) / max(len(grid.head) - 1, 1)
        columns = tuple(
            Column(f"{name}-{at}", Role.FREE, text(self._runs(words)), width=rest if at else _FIRST)
            for at, words in enumerate(grid.head)
        )
        rows = tuple(
            Row(
                f"{name}-hang-{at}",
                RowKind.PLAIN,
                cells=tuple((column.id, text(self._runs(words))) for column, words in zip(columns, row, strict=True)),
            )
            for at, row in enumerate(grid.rows)
        )
        frame = Frame(self._page.width, self._page.height, "Bảng trong hướng dẫn")
        found = self._kept.table(Plan("huong-dan"), Table(name, columns, rows), self._rules, frame)
        return TableFlow(found, self._rules.length("paragraph_gap"))

    def _words(self, words: Words, *, bold: bool = False) -> Paragraph:
        return paragraph(text(self._runs(words)), bold=bold)

    def _runs(self, words: Words) -> Iterator[Run]:
        for span in words:
            yield Run(f"{span.words}{self._chapter_led_to(span)}", span.ink in _BOLD, span.ink is Ink.STRESSED)

    def _chapter_led_to(self, span: Span) -> str:
        """Return what a link says on paper: the number of the chapter."""
        number = self._numbers.get(span.goal.partition("#")[0])
        return f" (chương {number})" if number else ""


_BOLD = {Ink.NAMED, Ink.KEYS}
