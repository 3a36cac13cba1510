"""The whole guide as a file: title, contents with the pages, then one chapter behind the other."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from tthc_desktop.collecting import without_collecting
from tthc_desktop.documents.decree import Rules, rules
from tthc_desktop.documents.guide import picture
from tthc_desktop.documents.writing.pdf.blocks import Column, Panel
from tthc_desktop.documents.writing.pdf.bookmarks import Bookmark
from tthc_desktop.documents.writing.pdf.contents import ContentsFlow, Entry
from tthc_desktop.documents.writing.pdf.document import Part, sheet
from tthc_desktop.documents.writing.pdf.elements import TITLE as TITLE_ROLE
from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.flow import Flow
from tthc_desktop.documents.writing.pdf.guide.setting import Setter
from tthc_desktop.documents.writing.pdf.images import Image, read_png
from tthc_desktop.documents.writing.pdf.layout import draw_number
from tthc_desktop.documents.writing.pdf.lines import lines, plain_words
from tthc_desktop.documents.writing.pdf.pages import Slice, pages
from tthc_desktop.documents.writing.pdf.paper import Paper
from tthc_desktop.models.guide.values import Chapter, Grid, Guide, headings

TITLE = "HƯỚNG DẪN SỬ DỤNG"
PROGRAM = "TTHC Desktop"
_TITLE_SIZE, _BELOW_SIZE = 20.0, 14.0


class _Page(NamedTuple):
    part: Part
    slices: Sequence[Slice]


def guide_pdf(
    guide: Guide, version: str, stopped: Callable[[], bool] = bool, wanted: Collection[int] | None = None
) -> bytes:
    """Return the guide as a PDF, or those of its pages that are wanted, counted from 0; the same guide, the same bytes.

    `stopped` is asked before each page; nothing is returned when it says so.
    """
    with without_collecting():
        made = [*enumerate(_pages(guide, version), 1)]
        return _drawn([page for page in made if wanted is None or page[0] - 1 in wanted], stopped)


def _pages(guide: Guide, version: str) -> list[_Page]:
    """Return all pages; those of the contents are as many whatever numbers stand in them."""
    measures = rules()
    page = sheet(measures)
    setter = Setter(guide, measures, page, _picture)
    flows = [flow for chapter in guide.chapters for flow in setter.chapter(chapter)]
    body = Part(page, flows)
    chapters = [_Page(body, slices) for slices in pages(flows, page.height)]
    front = len(pages(_front(guide, version, measures, {}), page.height))
    numbers = {id_: str(front + at) for at, one in enumerate(chapters, 1) for id_, _ in _begun(one)}
    first = Part(page, _front(guide, version, measures, numbers))
    return [*(_Page(first, slices) for slices in pages(first.flows, page.height)), *chapters]


def _front(guide: Guide, version: str, measures: Rules, numbers: dict[str, str]) -> list[Flow]:
    width = sheet(measures).width
    column = Column(0.0, width, 30.0)
    column.add(lines(plain_words(TITLE, bold=True), width / _TITLE_SIZE), _TITLE_SIZE, 28.0, role=TITLE_ROLE)
    below = plain_words(f"{PROGRAM}, phiên bản {version}")
    column.add(lines(below, width / _BELOW_SIZE), _BELOW_SIZE, 20.0)
    column.y += 30.0
    title = Panel(TITLE, (column,), measures.length("rule_thickness"), "")
    return [title, ContentsFlow([*_entries(guide, numbers)], measures, width)]


def _entries(guide: Guide, numbers: dict[str, str]) -> Iterator[Entry]:
    for at, chapter in enumerate(guide.chapters, 1):
        yield Entry(Bookmark(chapter.name, f"{at}. {chapter.title}", 0), numbers.get(chapter.name, "00"), 0)
        if not _is_reference(chapter):
            for name, words in headings(chapter).items():
                id_ = f"{chapter.name}#{name}"
                yield Entry(Bookmark(id_, words, 1), numbers.get(id_, "00"), 1)


def _is_reference(chapter: Chapter) -> bool:
    """Tell whether a chapter is looked up rather than read: its parts would fill the contents."""
    return any(isinstance(block, Grid) for block in chapter.blocks)


def _begun(page: _Page) -> Iterator[tuple[str, float]]:
    """Yield what begins on a page and how far below its upper edge."""
    for flow, first, last, y in page.slices:
        top = page.part.sheet.top + y
        for place in range(first, last):
            for start in flow.starts(place):
                yield start.id, top + start.down
            top += flow.strips[place].height


def _drawn(made: Sequence[tuple[int, _Page]], stopped: Callable[[], bool]) -> bytes:
    paper = Paper(f"Hướng dẫn sử dụng {PROGRAM}", PROGRAM)
    paper.lead(_goals([page for _, page in made]))
    for number, (part, slices) in made:
        if stopped():
            return b""
        paper.open_page(part.sheet.size, part.sheet.left, part.sheet.top)
        if number > 1:
            draw_number(paper, part, number, rules())
        for flow, first, last, y in slices:
            if number == 1 or any(start.id and "#" not in start.id for start in flow.starts(first)):
                paper.section(Element(("chapter", id(flow)), "Sect"))
            flow.draw(paper, y, first, last)
        paper.close_page()
    return paper.finished()


def _goals(made: Sequence[_Page]) -> dict[str, tuple[int, float]]:
    """Return where links lead: the page of the file, and how far above its lower edge."""
    return {id_: (at, page.part.sheet.size[1] - y) for at, page in enumerate(made) for id_, y in _begun(page)}


def _picture(name: str) -> Image:
    return read_png(name, picture(name).read_bytes())
