"""Where a laid out paper is to be signed: between title and name, and in the corner of a separate appendix."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tthc_desktop.documents.decree import Rules, rules_of
from tthc_desktop.documents.writing.pdf.document import Sheet
from tthc_desktop.documents.writing.pdf.foot import Foot, Room
from tthc_desktop.documents.writing.pdf.lines import natural_width, plain_words
from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signature_places import ORGANISATION, PERSON, SignaturePlace

if TYPE_CHECKING:
    from tthc_desktop.documents.writing.pdf.layout import Layout

_LINE = "Số: {number}/{symbol}; 00/00/0000; 00:00:00; +07:00"
_LONGEST_NUMBER = "0000"
Box = tuple[float, float, float, float]


def signing_places(layout: "Layout") -> tuple[SignaturePlace, ...]:
    """Return the fields of a paper in the order of its pages; none where the form of the print asks for none.

    A paper that is marked as a draft is not signed. Pages are those of the whole layout.
    """
    return tuple(place for at in range(len(layout.pages)) for place in places_on(layout, at))


def places_on(layout: "Layout", at: int) -> Sequence[SignaturePlace]:
    """Return the fields of one page."""
    form = layout.form
    if not form.fields or form.draft:
        return ()
    found = [*_of_the_foot(layout, at)]
    return [*found, *_of_an_appendix(layout, at)] if form.separate else found


def _of_the_foot(layout: "Layout", at: int) -> Iterator[SignaturePlace]:
    """Yield the fields of person and organisation where the foot begins on a page."""
    page = layout.pages[at]
    for flow, first, _, y in page.slices:
        if isinstance(flow, Foot) and flow.room and first == 0:
            sheet = page.part.sheet
            person, seal = (_on_page(box, sheet, y) for box in _in_room(flow.room, rules_of(layout.plan)))
            yield SignaturePlace(PERSON, at, person)
            yield SignaturePlace(ORGANISATION, at, seal)


def _in_room(room: Room, measures: Rules) -> tuple[Room, Room]:
    """Return the box of the person's picture in the middle of the room, and that of the seal over its left third."""
    width, height = measures.length("signature_picture_width"), measures.length("signature_picture_height")
    seal = measures.length("seal_diameter")
    middle = (room.left + room.right) / 2, (room.top + room.bottom) / 2
    person = _around(middle, width, height)
    edge = person.left + width * measures.number("seal_share")
    return person, _around((edge - seal / 2, middle[1]), seal, seal)


def _around(middle: tuple[float, float], width: float, height: float) -> Room:
    x, y = middle
    return Room(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _on_page(room: Room, sheet: Sheet, down: float) -> Box:
    """Return a box of the text area, `down` points below its top, as PDF counts."""
    upper = sheet.size[1] - sheet.top - down
    return sheet.left + room.left, upper - room.bottom, sheet.left + room.right, upper - room.top


def _of_an_appendix(layout: "Layout", at: int) -> Iterator[SignaturePlace]:
    """Yield the field in the top right corner of the first page of an appendix."""
    page, plan = layout.pages[at], layout.plan
    if page.number > 1 or not page.slices:
        return
    begun = {start.id for start in page.slices[0].flow.starts(0)}
    for appendix in plan.appendices:
        if appendix.id in begun:
            yield SignaturePlace(appendix_label(plan, appendix), at, _corner(plan, page.part.sheet, rules_of(plan)))


def _corner(plan: Plan, sheet: Sheet, measures: Rules) -> Box:
    right = sheet.left + sheet.width
    top = sheet.size[1] - measures.length("stamp_line_top")
    return right - stamp_width(plan, measures), top - measures.length("stamp_line_height"), right, top


def stamp_width(plan: Plan, measures: Rules) -> float:
    """Return the width in points that the line of the organisation's signature takes, at least that of the rules."""
    header = plan.header
    words = _LINE.format(number=header.number.strip() or _LONGEST_NUMBER, symbol=header.symbol.strip())
    needed = natural_width(plain_words(words)) * measures.length("stamp_line_size")
    return max(needed, measures.length("stamp_line_width"))
