"""One page as it is read from the file: its characters, what is drawn, how it is looked at."""

from dataclasses import dataclass, replace

from tthc_desktop.documents.reading.draft import Place
from tthc_desktop.documents.reading.pdf.attached import added, draws_attached
from tthc_desktop.documents.reading.pdf.composing import Glyph
from tthc_desktop.documents.reading.pdf.glyphs import Written, read_glyphs
from tthc_desktop.documents.reading.pdf.opening import Opened
from tthc_desktop.documents.reading.pdf.ruling import Drawn, read_drawn
from tthc_desktop.documents.reading.pdf.view import Box, Handle, View, quarter_turns, view_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, from 1, upright for its reader; `turns` are the quarters to the right by which it is shown turned."""

    number: int
    written: Written
    drawn: Drawn
    turns: int = 0
    attached: tuple[Glyph, ...] = ()
    """What is attached to the page, as the pictures of signatures are."""

    @property
    def width(self) -> float:
        return self.written.view.width

    @property
    def height(self) -> float:
        return self.written.view.height

    @property
    def glyphs(self) -> list[Glyph]:
        return self.written.upright

    def place(self, box: Box) -> Place:
        """Return where a box stands on the page as it is shown."""
        if self.turns:
            box = quarter_turns(self.turns, 0.0, 0.0, self.width, self.height, down=True).box(*box)
        left, top, right, bottom = (round(side, 1) for side in box)
        return Place(self.number, (left, top, right, bottom))


def load_sheet(file: Opened, number: int) -> Sheet | None:
    """Read a page, from 1; None when it is damaged."""
    with file.page(number - 1) as page:
        if not page:
            return None
        sheet = read_sheet(page, number)
        more = draws_attached(page)
    if not more:
        return sheet
    with file.page(number - 1) as page:
        written = read_glyphs(page, view_of(page)) if page else Written(sheet.written.view)
    return replace(sheet, attached=tuple(added(sheet.glyphs, written.upright)))


def read_sheet(page: Handle, number: int) -> Sheet:
    """Read a page that is open, without what is attached to it."""
    shown = view_of(page)
    written = read_glyphs(page, shown)
    drawn = read_drawn(page, written.view)
    for left, top, right, bottom in drawn.twice:
        written.upright = [
            glyph._replace(look=glyph.look._replace(bold=True))
            if top < glyph.base < bottom + 1 and left - 1 < glyph.left and glyph.right < right + 1
            else glyph
            for glyph in written.upright
        ]
    return Sheet(number, written, drawn, _turns(shown, written.view))


def _turns(shown: View, read: View) -> int:
    """Return how many quarters to the right lead from what is read back to what is shown."""
    looked = ((quarters, shown.turned(-quarters)) for quarters in range(4))
    return next((quarters for quarters, view in looked if (view.a, view.b, view.d) == (read.a, read.b, read.d)), 0)
