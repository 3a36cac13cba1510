"""Bases and outline as paragraphs and tables, in the order of printing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tthc_desktop.documents.writing.pdf.lines import Paragraph, Piece, paragraph, plain_words, upper
from tthc_desktop.models.charts import ChartKind
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.outline import numbers
from tthc_desktop.models.plan import Item, Line, Node, Plan, line_value, opens_plan, words
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import Text

_END = "./."
_DEEPEST = 6
"""Headings have six levels in a file (ISO 32000-1, table 333)."""
_CHARTS = frozenset(ChartKind)
OWN_LINE = frozenset({Mark.PART, Mark.CHAPTER})
"""Marks that stand above their title, on a line of their own."""
BELOW = "below"
"""How the title below such a mark looks; both are one heading."""
BOLD = OWN_LINE | {Mark.ROMAN}
"""Marks of what is a heading anyway."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph to print: `look` names its style; `id` is what it shows, empty for a further line of it."""

    words: Paragraph
    look: str
    id: Id = ""
    role: str = "P"
    """What it is to whom the file is read aloud: a paragraph or a heading of some level."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The chart of a table, which stands below it."""

    table: Table


Printed = Words | Table | Picture


def bases(plan: Plan) -> Iterator[Words]:
    """Yield the preamble in italics, but the sentence that opens the plan upright."""
    for basis in plan.bases:
        opening = opens_plan(basis)
        yield Words(paragraph(basis.text, italic=not opening), "body" if opening else "basis", basis.id)


def printed_nodes(plan: Plan, nodes: tuple[Node, ...]) -> Iterator[Printed]:
    """Yield the paragraphs and tables of a part of the text."""
    yield from _nodes(plan, nodes, numbers(nodes), 2)


def _nodes(plan: Plan, nodes: tuple[Node, ...], bare: dict[Id, str], level: int) -> Iterator[Printed]:
    for node in nodes:
        if isinstance(node, Table):
            yield node
            if node.chart in _CHARTS:
                yield Picture(node)
            continue
        yield from _item(plan, node, printed(node.mark, bare[node.id]), f"H{min(level, _DEEPEST)}")
        yield from _nodes(plan, node.children, bare, level + _is_heading(node))
        for line in node.lines:
            yield Words(labelled_words(line, line_value(plan, node, line)), "body")


def _is_heading(item: Item) -> bool:
    return item.heading or item.mark in BOLD


def _item(plan: Plan, item: Item, number: str, heading: str) -> Iterator[Words]:
    bold = _is_heading(item)
    look, role = ("heading", heading) if bold else ("body", "P")
    content = paragraph(words(plan, item), bold=bold)
    if item.mark in OWN_LINE:
        yield Words(plain_words(number, bold=True), "centred", item.id, role)
        if content:
            yield Words(upper(content), BELOW, role=role)
    else:
        before = plain_words(f"{number} " if number else "", bold=bold)
        yield Words(before + content, look, item.id, role)


def labelled_words(line: Line, value: Text) -> Paragraph:
    """Return `- Đơn vị chủ trì: … .`; a line without a value ends with its colon."""
    number = printed(line.mark, "")
    label = f"{line.label}:" if line.label else ""
    before = " ".join(part for part in (number, label) if part)
    if not value:
        return plain_words(before)
    return plain_words(f"{before} " if before else "") + paragraph(value) + plain_words(line.ending)


def closed(printed_parts: list[Printed]) -> list[Printed]:
    """Return the parts with `./.` at the end of the last words, or below a table or chart that stands last."""
    filled = [at for at, part in enumerate(printed_parts) if not isinstance(part, Words) or _text(part.words).strip()]
    if not filled:
        return printed_parts
    before, last, after = printed_parts[: filled[-1]], printed_parts[filled[-1]], printed_parts[filled[-1] + 1 :]
    if not isinstance(last, Words):
        return [*before, last, Words(plain_words(_END), "body"), *after]
    return [*before, replace(last, words=with_end(last.words)), *after]


def with_end(content: Paragraph) -> Paragraph:
    """Return a paragraph with the sign of the end of a paper."""
    kept = list(content)
    while kept and not kept[-1].words.strip():
        kept.pop()
    if not kept:
        return plain_words(_END)
    face, text = kept[-1]
    text = text.rstrip()
    if not _text(kept).rstrip().endswith("/."):
        text = text.removesuffix(".") + _END
    return (*kept[:-1], Piece(face, text))


def _text(content: Iterable[Piece]) -> str:
    return "".join(piece.words for piece in content)
