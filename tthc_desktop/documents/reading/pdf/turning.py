"""Words that do not stand upright: titles turned in narrow columns, and what is written askew over a page."""

from collections.abc import Iterator

from tthc_desktop.documents.reading.pdf.glyphs import Written
from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.lines import whole_lines
from tthc_desktop.documents.reading.pdf.view import quarter_turns

_ASKEW = -1


def turned_lines(written: Written) -> Iterator[Line]:
    """Yield the lines turned by quarters, in the order in which they are read, where they stand on the page."""
    for quarters, glyphs in written.turned.items():
        if quarters == _ASKEW:
            continue
        width, height = written.view.width, written.view.height
        if quarters % 2:
            width, height = height, width
        back = quarter_turns(quarters, 0.0, 0.0, width, height, down=True)
        for line in whole_lines(glyphs):
            left, top, right, bottom = back.box(*line.box)
            base = (top + bottom) / 2
            yield Line(tuple(word._replace(left=left, right=right, base=base) for word in line.words), base)


def askew(written: Written) -> str:
    """Return what is written askew, as a sign across the page."""
    return "".join(glyph.char for glyph in written.turned.get(_ASKEW, ()))
