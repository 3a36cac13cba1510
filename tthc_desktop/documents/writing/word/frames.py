"""Tables without rules that hold head and foot: columns side by side."""

from collections.abc import Sequence

from tthc_desktop.documents.writing.word.markup import twips
from tthc_desktop.documents.writing.word.styles import cell_margins

Row = Sequence[tuple[int, str]]
"""The cells of a row: over how many columns, and the paragraphs in it."""


def frame(widths: Sequence[float], rows: Sequence[Row], *, whole: bool = True, above: float = 0.0) -> str:
    """Return a borderless table; with `whole` no row is cut by a page, `above` is kept free over the first row."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    made = "".join(_row(widths, row, whole=whole, above=above if place == 0 else 0.0) for place, row in enumerate(rows))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Khung"/><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>{cell_margins(0.0, 0.0)}'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'
    )


def _row(widths: Sequence[float], row: Row, *, whole: bool, above: float) -> str:
    cells = []
    left = 0
    for columns, inner in row:
        wide = twips(sum(widths[left : left + columns]))
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        top = f'<w:tcMar><w:top w:w="{twips(above)}" w:type="dxa"/></w:tcMar>' if above else ""
        cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{top}</w:tcPr>{inner or "<w:p/>"}</w:tc>')
        left += columns
    kept = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
    return f"<w:tr>{kept}{''.join(cells)}</w:tr>"
