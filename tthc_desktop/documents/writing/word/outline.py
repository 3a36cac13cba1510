"""Bases and text of a plan as paragraphs that count by themselves, in the order of printing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tthc_desktop.documents.writing.pdf.lines import Paragraph, paragraph, plain_words, tied
from tthc_desktop.documents.writing.pdf.outline import BOLD, OWN_LINE, labelled_words, with_end
from tthc_desktop.documents.writing.word.counting import Lists, Place
from tthc_desktop.documents.writing.word.styles import heading_style
from tthc_desktop.models.charts import ChartKind
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import UNNUMBERED, Mark, ordinal, printed
from tthc_desktop.models.outline import numbers
from tthc_desktop.models.plan import Item, Line, Node, Plan, line_value, opens_plan, words
from tthc_desktop.models.table import Table

_CHARTS = frozenset(ChartKind)
_BODY = "LoiVan"
_STYLES = {
    Mark.LETTER: "Diem",
    Mark.PAREN_ROMAN: "Diem",
    Mark.DASH: "GachDauDong",
    Mark.PLUS: "GachDauDong",
    Mark.NONE: _BODY,
}
"""The styles of paragraphs that are no headings; any other number opens a khoản."""
_SIGNS = {Mark.DASH: "-", Mark.PLUS: "+"}


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph: its words without the number, and its place among the lists."""

    words: Paragraph
    style: str
    id: Id = ""
    place: Place | None = None
    number: str = ""
    """What its list shows before the words."""
    upper: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The chart of a table, which stands below it."""

    table: Table


Part = Said | Table | Picture
_Above = tuple[tuple[Mark, str], ...]


def bases(plan: Plan) -> Iterator[Said]:
    """Yield the preamble in italics, but the sentence that opens the plan upright."""
    for basis in plan.bases:
        opening = opens_plan(basis)
        yield Said(tied(paragraph(basis.text, italic=not opening)), _BODY if opening else "CanCu", basis.id)


def parts_of(plan: Plan, nodes: tuple[Node, ...], lists: Lists) -> Iterator[Part]:
    """Yield the paragraphs and tables of a part of the text."""
    lists.begin_part()
    yield from _Outline(plan, lists, numbers(nodes)).parts(nodes, (), 0)


@dataclass(frozen=True, slots=True)
class _Outline:
    """Walks through one part of the text."""

    plan: Plan
    lists: Lists
    bare: dict[Id, str]

    def parts(self, nodes: tuple[Node, ...], above: _Above, depth: int) -> Iterator[Part]:
        """Yield what stands below the numbers of the items above; `depth` counts the headings among these."""
        for node in nodes:
            if isinstance(node, Table):
                yield node
                if node.chart in _CHARTS:
                    yield Picture(node)
                continue
            yield self._item(node, above, depth)
            counted = () if node.mark in UNNUMBERED else ((node.mark, self.bare[node.id]),)
            yield from self.parts(node.children, (*above, *counted), depth + _is_heading(node))
            yield from (self._line(node, line) for line in node.lines)

    def _item(self, item: Item, above: _Above, depth: int) -> Said:
        bare, heading = self.bare[item.id], _is_heading(item)
        content = tied(paragraph(words(self.plan, item), bold=heading))
        style = heading_style(depth) if heading else _STYLES.get(item.mark, "Khoan")
        if item.mark in OWN_LINE:
            style = "Phan"
            content = (*plain_words("\n", bold=True), *content) if content else ()
        return Said(
            content, style, item.id, self._place(item, above, bare), printed(item.mark, bare), item.mark in OWN_LINE
        )

    def _place(self, item: Item, above: _Above, bare: str) -> Place | None:
        if item.mark in _SIGNS:
            return self.lists.bullet(_SIGNS[item.mark])
        if item.mark is Mark.NONE:
            return None
        return self.lists.place(above, item.mark, bare, ordinal(item.mark, bare) or 0)

    def _line(self, item: Item, line: Line) -> Said:
        value = line_value(self.plan, item, line)
        sign = _SIGNS.get(line.mark, "")
        said = labelled_words(replace(line, mark=Mark.NONE) if sign else line, value)
        place = self.lists.bullet(sign) if sign else None
        return Said(tied(said), "GachDauDong" if sign else _BODY, "", place, sign)


def _is_heading(item: Item) -> bool:
    return item.heading or item.mark in BOLD


def closed(parts: list[Part]) -> list[Part]:
    """Return the parts with `./.` at the end of the last words, or below a table or chart that stands last."""
    filled = [at for at, part in enumerate(parts) if not isinstance(part, Said) or _text(part).strip()]
    if not filled:
        return parts
    before, last, after = parts[: filled[-1]], parts[filled[-1]], parts[filled[-1] + 1 :]
    if not isinstance(last, Said):
        return [*before, last, Said(with_end(()), _BODY), *after]
    if not "".join(piece.words for piece in last.words).strip():
        last = replace(last, words=plain_words(last.number), place=None, upper=False)
    return [*before, replace(last, words=with_end(last.words)), *after]


def _text(part: Said) -> str:
    return part.number + "".join(piece.words for piece in part.words)
