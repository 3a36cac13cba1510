"""A plan as the bytes of a PDF, with the place of each of its parts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.writing.pdf.blocks import Align, Style, baseline, draw_line
from tthc_desktop.documents.writing.pdf.document import Part, parts
from tthc_desktop.documents.writing.pdf.lines import lines, plain_words
from tthc_desktop.documents.writing.pdf.pages import Slice, pages
from tthc_desktop.documents.writing.pdf.paper import NoGlyphError, Paper
from tthc_desktop.documents.writing.pdf.rules import Rules, rules
from tthc_desktop.documents.writing.pdf.whereabouts import find
from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file, its number of pages, and where each item, row, table and appendix begins.

    A place is the page, counted from 0, and the distance in points from its upper edge.
    """

    data: bytes
    pages: int
    places: Mapping[Id, tuple[int, float]]


def render(plan: Plan) -> bytes:
    """Return the plan as a PDF; the same plan gives the same bytes."""
    return rendered(plan).data


def rendered(plan: Plan) -> Rendered:
    """Return the plan as a PDF with the places of its parts."""
    try:
        return _drawn(plan)
    except NoGlyphError as error:
        raise _no_glyph(plan, error.char) from error


def _drawn(plan: Plan) -> Rendered:
    measures = rules()
    paper = Paper(_one_line(f"{plan.kind} {plan.title}"), _one_line(plan.header.agency))
    places: dict[Id, tuple[int, float]] = {}
    count = 0
    for part in parts(plan, measures):
        for number, slices in enumerate(pages(part.flows, part.sheet.height), 1):
            _draw_page(paper, part, slices, number, measures)
            for id_, y in _begun(slices):
                places.setdefault(id_, (count, part.sheet.top + y))
            count += 1
    return Rendered(paper.finished(), count, places)


def _draw_page(paper: Paper, part: Part, slices: Sequence[Slice], number: int, measures: Rules) -> None:
    sheet = part.sheet
    paper.open_page(sheet.size, sheet.left, sheet.top)
    if number > 1:
        _draw_number(paper, part, number, measures)
    for flow, first, last, y in slices:
        flow.draw(paper, y, first, last)
    paper.close_page()


def _draw_number(paper: Paper, part: Part, number: int, measures: Rules) -> None:
    size = measures.letters["page_number"].size
    top = measures.length("page_number_top") - part.sheet.top
    style = Style(size, size * measures.number("single_line"), align=Align.CENTRE)
    (line,) = lines(plain_words(str(number)), part.sheet.width / size)
    draw_line(paper, line, style, (0.0, part.sheet.width), top + baseline(size, style.leading))


def _begun(slices: Sequence[Slice]) -> Iterator[tuple[Id, float]]:
    """Yield what begins in the slices of a page and how far below the text area's top."""
    for flow, first, last, y in slices:
        top = y + (flow.head(first) if first else 0.0)
        for place in range(first, last):
            for id_ in flow.places.get(place, ()):
                yield id_, top
            top += flow.strips[place].height


def _no_glyph(plan: Plan, char: str) -> UserError:
    shown = f"“{char}” " if char.isprintable() else ""
    return UserError(
        f"{find(plan, char)}: ký tự {shown}(U+{ord(char):04X}) không có trong phông chữ nên không in được.",
        "Hãy xóa hoặc thay ký tự này rồi in lại.",
    )


def _one_line(words: str) -> str:
    return " ".join(clean(words).split())
