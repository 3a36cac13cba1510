"""A plan set on pages: where each part of it stands, and any of its pages drawn."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import bidirectional

from tthc_desktop.collecting import without_collecting
from tthc_desktop.documents.decree import Rules, rules_of
from tthc_desktop.documents.writing.pdf.blocks import Align, Style, baseline, draw_line
from tthc_desktop.documents.writing.pdf.bookmarks import bookmarks
from tthc_desktop.documents.writing.pdf.contents import contents, leads
from tthc_desktop.documents.writing.pdf.document import Part, parts, sheet
from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.flow import Start
from tthc_desktop.documents.writing.pdf.fonts import FROM_THE_RIGHT
from tthc_desktop.documents.writing.pdf.head import date_line, number_line
from tthc_desktop.documents.writing.pdf.kept import Kept
from tthc_desktop.documents.writing.pdf.lines import HARD_BLANK, lines, plain_words
from tthc_desktop.documents.writing.pdf.pages import Slice, pages
from tthc_desktop.documents.writing.pdf.paper import NoGlyphError, Paper
from tthc_desktop.documents.writing.pdf.signing_places import places_on
from tthc_desktop.documents.writing.pdf.stamping import BLACK, draw_framed, in_top_margin
from tthc_desktop.documents.writing.pdf.whereabouts import find
from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import TO_SIGN, PrintForm
from tthc_desktop.models.signature_places import SignaturePlace
from tthc_desktop.models.text import clean


class Page(NamedTuple):
    """What stands on one page of a part, whose pages are counted from 1."""

    part: Part
    number: int
    slices: Sequence[Slice]


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages of a plan, and where each item, row, table and appendix begins.

    A place is the page, counted from 0, and the distance in points from its upper edge.
    """

    plan: Plan
    form: PrintForm
    pages: Sequence[Page]
    places: Mapping[Id, tuple[int, float]]
    kept: Kept
    contents: range = range(0)
    """The pages of the table of contents, behind all others."""

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Return the width and height of each page, in points."""
        return [page.part.sheet.size for page in self.pages]


@without_collecting()
def lay_out(plan: Plan, before: Layout | None = None, form: PrintForm = TO_SIGN) -> Layout:
    """Set a plan on pages. What is the same as in the layout before is taken from there; the outcome is the same."""
    measures = rules_of(plan)
    same = before if before and rules_of(before.plan) is measures else None
    kept = Kept(same.kept if same else None)
    return on_pages(plan, parts(plan, measures, kept), kept, form)


def on_pages(plan: Plan, made: Iterable[Part], kept: Kept, form: PrintForm) -> Layout:
    """Set parts on pages, each with a page count of its own."""
    found = [
        Page(part, number, slices)
        for part in made
        for number, slices in enumerate(pages(part.flows, part.sheet.height), 1)
    ]
    bare = len(found)
    if form.contents:
        found += _contents(plan, found)
    kept.settle()
    places: dict[Id, tuple[int, float]] = {}
    for at, page in enumerate(found):
        for start, y in _begun(page):
            places.setdefault(start.id, (at, y))
    return Layout(plan, form, found, places, kept, range(bare, len(found)))


def _contents(plan: Plan, found: Sequence[Page]) -> list[Page]:
    """Return the pages of the table of contents; an appendix, whose pages are counted anew, tells how many it has."""
    main = found[0].part
    counts = Counter(id(page.part) for page in found)
    appendices = {appendix.id for appendix in plan.appendices}
    numbers: dict[Id, str] = {}
    for page in found:
        own = str(page.number) if page.part is main else ""
        for start, _ in _begun(page):
            numbers.setdefault(start.id, f"{counts[id(page.part)]} trang" if start.id in appendices else own)
    measures = rules_of(plan)
    upright = sheet(measures)
    part = Part(upright, contents(leads(bookmarks(plan), numbers), measures, upright.width))
    return [Page(part, number, slices) for number, slices in enumerate(pages(part.flows, upright.height), 1)]


def _begun(page: Page) -> Iterator[tuple[Start, float]]:
    """Yield what begins on a page and how far below its upper edge, in the order of reading."""
    for flow, first, last, y in page.slices:
        top = page.part.sheet.top + y + flow.head(first)
        for place in range(first, last):
            for start in flow.starts(place):
                yield start, top + start.down
            top += flow.strips[place].height


def owner_at(layout: Layout, at: int, x: float, y: float) -> Id:
    """Return what a place on a page belongs to: what begins last above it, on an earlier page if need be."""
    page = layout.pages[at]
    x -= page.part.sheet.left
    above = [(top, order, start.id) for order, (start, top) in enumerate(_begun(page)) if _is_over(start, top, x, y)]
    if above:
        return max(above)[2]
    for earlier in reversed(layout.pages[:at]):
        if begun := [start.id for start, _ in _begun(earlier)]:
            return begun[-1]
    return next((start.id for start, _ in _begun(page)), "")


def _is_over(start: Start, top: float, x: float, y: float) -> bool:
    return top <= y and start.left <= max(x, 0.0) < start.right


def draw(layout: Layout, wanted: Iterable[int], stopped: Callable[[], bool] = bool, title: str = "") -> bytes:
    """Return some pages, counted from 0, as a PDF; the same pages of the same plan give the same bytes.

    `stopped` is asked before each page; nothing is returned when it says so. `title` is that of the file, where it is
    not the plan's.
    """
    with without_collecting():
        return _draw(layout, list(wanted), stopped, title)


def _draw(layout: Layout, wanted: Sequence[int], stopped: Callable[[], bool], title: str) -> bytes:
    paper = _paper(layout.plan, title)
    paper.lead(_goals(layout, wanted))
    try:
        for at in wanted:
            if stopped():
                return b""
            _draw_page(paper, layout.pages[at], rules_of(layout.plan), places_on(layout, at), layout.form.draft)
    except NoGlyphError as error:
        raise no_glyph(layout.plan, error.char) from error
    return paper.finished()


def _paper(plan: Plan, title: str) -> Paper:
    return Paper(
        _one_line(title or f"{plan.kind} {plan.title}"), _one_line(plan.header.agency), _one_line(_number_and_day(plan))
    )


def _number_and_day(plan: Plan) -> str:
    """Return what a paper is cited by, as far as it is known."""
    header, measures = plan.header, rules_of(plan)
    number = number_line(header, measures).removeprefix("Số: ") if header.number.strip() else ""
    date = date_line(header, measures) if header.day and header.month and header.year else ""
    cited = (f"{plan.kind.strip().capitalize()} số {number}" if number else "", date.replace(HARD_BLANK, " "))
    return ", ".join(part for part in cited if part)


def _goals(layout: Layout, wanted: Sequence[int]) -> dict[Id, tuple[int, float]]:
    """Return where links lead in a file of some pages: a page of it, and how far above its lower edge."""
    if set(layout.contents).isdisjoint(wanted):
        return {}
    in_file = {at: number for number, at in enumerate(wanted)}
    sizes = layout.sizes
    return {id_: (in_file[at], sizes[at][1] - y) for id_, (at, y) in layout.places.items() if at in in_file}


def _draw_page(paper: Paper, page: Page, measures: Rules, signed: Iterable[SignaturePlace], draft: str) -> None:
    part, number, slices = page
    paper.open_page(part.sheet.size, part.sheet.left, part.sheet.top)
    if number > 1:
        draw_number(paper, part, number, measures)
    if draft:
        edges = 0.0, measures.length("head_left_width")
        draw_framed(paper, in_top_margin(draft, measures, edges, BLACK), measures, None)
    paper.section(Element(id(part), "Sect"))
    for flow, first, last, y in slices:
        flow.draw(paper, y, first, last)
    for place in signed:
        paper.signature_field(place)
    paper.close_page()


def draw_number(paper: Paper, part: Part, number: int, measures: Rules) -> None:
    """Draw the number of a page where the rules want it."""
    size = measures.letters["page_number"].size
    top = measures.length("page_number_top") - part.sheet.top
    style = Style(size, size * measures.number("single_line"), align=Align.CENTRE)
    (line,) = lines(plain_words(str(number)), part.sheet.width / size)
    draw_line(paper, line, style, (0.0, part.sheet.width), top + baseline(size, style.leading))


def no_glyph(plan: Plan, char: str) -> UserError:
    """Return what is said of a character that no font of ours can show, with its place in the plan."""
    shown = f"“{char}” " if char.isprintable() else ""
    why = "viết từ phải sang trái" if bidirectional(char) in FROM_THE_RIGHT else "không có trong phông chữ"
    return UserError(
        f"{find(plan, char)}: ký tự {shown}(U+{ord(char):04X}) {why} nên không in được.",
        "Hãy xóa hoặc thay ký tự này rồi in lại.",
    )


def _one_line(words: str) -> str:
    return " ".join(clean(words).split())
