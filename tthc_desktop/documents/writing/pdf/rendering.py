"""A plan as the bytes of a PDF, with the place of each of its parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from tthc_desktop.collecting import without_collecting
from tthc_desktop.documents.writing.pdf.layout import draw, lay_out
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import TO_SIGN, PrintForm


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file, its number of pages, and where each item, row, table and appendix begins.

    A place is the page, counted from 0, and the distance in points from its upper edge.
    """

    data: bytes
    pages: int
    places: Mapping[Id, tuple[int, float]]


def render(plan: Plan, form: PrintForm = TO_SIGN) -> bytes:
    """Return the plan as a PDF; the same plan in the same form gives the same bytes."""
    return rendered(plan, form).data


@without_collecting()
def rendered(plan: Plan, form: PrintForm = TO_SIGN) -> Rendered:
    """Return the plan as a PDF with the places of its parts."""
    layout = lay_out(plan, form=form)
    count = len(layout.pages)
    return Rendered(draw(layout, range(count)), count, layout.places)
