"""The plain words of each page in the order in which they are read, to hold one PDF against another."""

from collections.abc import Iterator

from tthc_desktop.documents.reading.laid_out.blocks import Step, no_step
from tthc_desktop.documents.reading.pdf.arranging import Arranged, load_page
from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.opening import opened
from tthc_desktop.documents.reading.pdf.page_table import PageTable
from tthc_desktop.documents.reading.pdf.sides import Sides


def page_words(data: bytes, name: str = "PDF", step: Step = no_step) -> tuple[str, ...]:
    """Return the words of each page, a line for each line, cell by cell and column by column.

    A page without words is empty, and so is one that is damaged.

    Raises:
        UserError: the file cannot be opened (`opening.opened`).
    """
    pages: list[str] = []
    page: Arranged | None = None
    with opened(data, name) as file:
        for number in range(file.pages):
            page = load_page(file, number + 1, page)
            pages.append("\n".join(line.said for line in lines_in_order(page)) if page else "")
            step(number + 1, file.pages)
    return tuple(pages)


def lines_in_order(page: Arranged) -> Iterator[Line]:
    """Yield the lines of a page in the order in which they are read, cell by cell and column by column."""
    for item in page.items:
        if isinstance(item, Line):
            yield item
        elif isinstance(item, PageTable):
            for cell in item.cells:
                yield from cell.lines
        elif isinstance(item, Sides):
            yield from (*item.left, *item.right)
        else:
            yield from item.lines
    yield from page.notes
