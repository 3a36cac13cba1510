"""Plans as other typesetters take them: the same words and merged cells, in the same widths, letters and margins.

Head and foot of the paper are set as paragraphs one below the other, which is less than the print does.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, pairwise
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.fonts import family
from tthc_desktop.documents.writing.pdf.layout import lay_out
from tthc_desktop.documents.writing.pdf.lines import Paragraph, paragraph, plain_words
from tthc_desktop.documents.writing.pdf.outline import Words, bases, printed_nodes
from tthc_desktop.documents.writing.pdf.table.grid import grid
from tthc_desktop.documents.writing.pdf.table.heading import heading_cells
from tthc_desktop.models.plan import Node, Plan
from tthc_desktop.models.table import Table
from tthc_desktop.resources import resource


class Box(NamedTuple):
    """A cell over so many columns and rows."""

    words: Paragraph
    across: int
    down: int


class Ruled(NamedTuple):
    """A table: the shares of its columns, the rows of its heading and its own."""

    widths: Sequence[float]
    heading: Sequence[Sequence[Box]]
    rows: Sequence[Sequence[Box]]


class Sheet(NamedTuple):
    """What stands on pages of one direction."""

    landscape: bool
    parts: Sequence[Paragraph | Ruled]


def sheets(plan: Plan) -> list[Sheet]:
    """Return the paper itself and its appendices."""
    edges = {id_: table.edges for id_, table in lay_out(plan).kept.tables.items()}

    def parts(nodes: tuple[Node, ...]) -> Iterator[Paragraph | Ruled]:
        for part in printed_nodes(plan, nodes):
            if isinstance(part, Words):
                yield part.words
            elif isinstance(part, Table):
                yield _ruled(plan, part, edges[part.id])

    head = plan.header
    lines = (head.parent_agency, head.agency, f"Số: {head.number}/{head.symbol}", head.place, plan.kind)
    top = [*(plain_words(line, bold=True) for line in lines if line), paragraph(plan.title, bold=True)]
    foot = [*map(plain_words, (recipient.text for recipient in plan.recipients)), *_signed(plan)]
    body = [*top, *(part.words for part in bases(plan)), *parts(plan.body), *foot]
    appendices = (Sheet(one.landscape, [paragraph(one.title, bold=True), *parts(one.nodes)]) for one in plan.appendices)
    return [Sheet(landscape=False, parts=body), *appendices]


def _signed(plan: Plan) -> Iterator[Paragraph]:
    return (plain_words(words, bold=True) for words in (*plan.signatory.capacity, plan.signatory.name) if words)


def _ruled(plan: Plan, table: Table, edges: Sequence[float]) -> Ruled:
    cells = grid(plan, table)
    heading = [
        [Box(cell.words, cell.right - cell.left, cell.bottom - cell.top) for cell in level]
        for _, level in groupby(sorted(heading_cells(cells.columns), key=lambda cell: cell.top), lambda cell: cell.top)
    ]
    rows = [[Box(cell.words, cell.right - cell.left, cell.rows) for cell in row] for row in cells.rows]
    return Ruled([right - left for left, right in pairwise(edges)], heading, rows)


# Typst

_PAGE = """#set page("a4", flipped: {flipped}, numbering: "1")
#set page(margin: (left: 30mm, right: 15mm, top: 20mm, bottom: 20mm))
#set text(font: "Liberation Serif", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: 10mm)
"""


def typst_source(plan: Plan) -> str:
    """Return a plan in Typst's language, its words as strings, which need no parsing."""
    return "\n#pagebreak()\n".join(_typst_sheet(sheet) for sheet in sheets(plan))


def _typst_sheet(sheet: Sheet) -> str:
    return _PAGE.format(flipped=str(sheet.landscape).lower()) + "\n\n".join(map(_typst, sheet.parts))


def _typst(part: Paragraph | Ruled) -> str:
    return _typst_table(part) if isinstance(part, Ruled) else f"#par[{_typst_words(part)}]"


def _typst_table(part: Ruled) -> str:
    widths = ", ".join(f"{width:.3f}fr" for width in part.widths)
    heading = ", ".join(_typst_box(box) for row in part.heading for box in row)
    rows = ",\n".join(", ".join(map(_typst_box, row)) for row in part.rows)
    return (
        f"#[#set text(size: 12pt)\n#set par(justify: false, first-line-indent: 0mm)\n"
        f"#table(columns: ({widths},), inset: 3pt, table.header({heading}),\n{rows})]"
    )


def _typst_box(box: Box) -> str:
    words = f"[{_typst_words(box.words)}]"
    spans = [f"{name}: {count}" for name, count in (("colspan", box.across), ("rowspan", box.down)) if count > 1]
    return f"table.cell({', '.join(spans)}, {words})" if spans else words


def _typst_words(words: Paragraph) -> str:
    return "".join(f"#strong({_quoted(said)})" if face in _bold() else f"#{_quoted(said)}" for face, said in words)


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


# WeasyPrint

_STYLE = """
@font-face {{ font-family: S; src: url({regular}); }}
@font-face {{ font-family: S; font-weight: bold; src: url({bold}); }}
@page {{ size: A4; margin: 20mm 15mm 20mm 30mm; @top-center {{ content: counter(page); }} }}
@page wide {{ size: A4 landscape; }}
body {{ font: 14pt S; text-align: justify; }}
p {{ text-indent: 10mm; margin: 6pt 0; }}
.sheet + .sheet {{ break-before: page; }}
.wide {{ page: wide; }}
table {{ border-collapse: collapse; font-size: 12pt; text-align: left; width: 100%; table-layout: fixed; }}
td, th {{ border: 0.5pt solid; padding: 3pt; }}
"""


def html_source(plan: Plan) -> str:
    """Return a plan as a page for WeasyPrint."""
    faces = {style.lower(): resource("fonts", f"LiberationSerif-{style}.ttf").as_uri() for style in ("Regular", "Bold")}
    body = "".join(_html_sheet(sheet) for sheet in sheets(plan))
    return f"<html lang=vi><style>{_STYLE.format(**faces)}</style><body>{body}"


def _html_sheet(sheet: Sheet) -> str:
    look = "sheet wide" if sheet.landscape else "sheet"
    return f"<div class='{look}'>{''.join(map(_html, sheet.parts))}</div>"


def _html(part: Paragraph | Ruled) -> str:
    return _html_table(part) if isinstance(part, Ruled) else f"<p>{_html_words(part)}</p>"


def _html_table(part: Ruled) -> str:
    whole = sum(part.widths)
    widths = "".join(f"<col style='width:{100 * width / whole:.3f}%'>" for width in part.widths)
    return f"<table>{widths}<thead>{_html_rows(part.heading)}</thead><tbody>{_html_rows(part.rows)}</tbody></table>"


def _html_rows(rows: Iterable[Sequence[Box]]) -> str:
    return "".join(f"<tr>{''.join(map(_html_box, row))}</tr>" for row in rows)


def _html_box(box: Box) -> str:
    return f"<td colspan={box.across} rowspan={box.down}>{_html_words(box.words)}</td>"


def _html_words(words: Paragraph) -> str:
    said = ((escape(piece.words).replace("\n", "<br>"), piece.face in _bold()) for piece in words)
    return "".join(f"<b>{part}</b>" if bold else part for part, bold in said)


def _bold() -> tuple[object, ...]:
    return family().bold, family().bold_italic
