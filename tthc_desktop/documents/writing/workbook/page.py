"""A sheet on paper: A4, the decree's margins, one page wide, the page number from the second page on."""

from typing import TYPE_CHECKING

from xlsxwriter.worksheet import Worksheet

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.workbook.faces import FONT

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_A4 = 9
_POINTS_PER_INCH = 72


class NumberedSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose first page has no number, which the library cannot ask for by itself."""

    def _write_header_footer(self) -> None:
        self._xml_start_tag("headerFooter", [("differentFirst", 1)])
        self._write_odd_header()
        self._xml_end_tag("headerFooter")


def new_sheet(workbook: "Workbook", name: str, rules: Rules, *, landscape: bool) -> NumberedSheet:
    """Add a sheet that prints as the decree has it."""
    sheet: NumberedSheet = workbook.add_worksheet(name, NumberedSheet)
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sides = ("margin_left", "margin_right", "margin_top", "margin_bottom")
    sheet.set_margins(*(rules.length(side) / _POINTS_PER_INCH for side in sides))
    top = rules.length("page_number_top") / _POINTS_PER_INCH
    size = rules.letters["page_number"].size
    sheet.set_header(f'&C&"{FONT},Regular"&{size:g}&P', {"margin": top})
    sheet.fit_to_pages(1, 0)
    sheet.set_start_page(1)
    sheet.hide_gridlines(2)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return sheet


def text_width(rules: Rules, *, landscape: bool) -> float:
    """Return the width between the margins, in points."""
    paper = rules.length("paper_height" if landscape else "paper_width")
    return paper - rules.length("margin_left") - rules.length("margin_right")


def text_height(rules: Rules, *, landscape: bool) -> float:
    """Return the height between the margins, in points."""
    paper = rules.length("paper_width" if landscape else "paper_height")
    return paper - rules.length("margin_top") - rules.length("margin_bottom")
