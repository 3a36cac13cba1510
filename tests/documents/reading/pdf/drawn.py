"""PDFs drawn by hand for tests: words and lines wherever a paper may have them, counted from the top left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tthc_desktop.documents.reading.laid_out.blocks import Block, Paper, TableBlock
from tthc_desktop.documents.writing.pdf.fonts import Typeface, family

LEFT, RIGHT = 85.0, 538.0
A4 = (595.0, 842.0)


@dataclass
class Pages:
    """A file while it is drawn; `y` goes down as paragraphs are set."""

    size: tuple[float, float] = A4
    lead: float = 1.2
    gap: float = 6.0
    indent: float = 36.0
    justified: bool = True
    locked: StandardEncryption | None = None

    def __post_init__(self) -> None:
        family()
        self._file = BytesIO()
        self.canvas = Canvas(self._file, pagesize=self.size, invariant=1, encrypt=self.locked)
        self.y = 60.0

    def face(self, *, bold: bool = False, italic: bool = False) -> Typeface:
        return family().face(bold=bold, italic=italic)

    def words(
        self, x: float, y: float, said: str, size: float = 14.0, *, bold: bool = False, italic: bool = False
    ) -> float:
        """Draw words with their base line at y; return where they end."""
        face = self.face(bold=bold, italic=italic)
        self.canvas.setFont(face.name, size)
        self.canvas.drawString(x, self.size[1] - y, said)
        return x + width(said, size, face)

    def centred(self, middle: float, y: float, said: str, size: float = 14.0, *, bold: bool = False) -> None:
        self.words(middle - width(said, size, self.face(bold=bold)) / 2, y, said, size, bold=bold)

    def line(self, x0: float, y0: float, x1: float, y1: float, thickness: float = 0.5) -> None:
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x0, self.size[1] - y0, x1, self.size[1] - y1)

    def box(self, left: float, top: float, right: float, bottom: float, *, fill: float | None = None) -> None:
        if fill is not None:
            self.canvas.setFillGray(fill)
        self.canvas.rect(
            left,
            self.size[1] - bottom,
            right - left,
            bottom - top,
            stroke=int(fill is None),
            fill=int(fill is not None),
        )
        self.canvas.setFillGray(0)

    def picture(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draw a grey picture, as a scan is one."""
        image = ImageReader(Image.new("L", (8, 8), 200))
        self.canvas.drawImage(image, left, self.size[1] - bottom, right - left, bottom - top)

    def paragraph(
        self, said: str, size: float = 14.0, *, bold: bool = False, left: float = LEFT, right: float = RIGHT
    ) -> None:
        """Set a paragraph below the one before, on to the next page where there is no room."""
        lines = list(wrapped(said, size, self.face(bold=bold), right - left, self.indent))
        for place, line in enumerate(lines):
            if self.y > self.size[1] - 70:
                self.page()
            x = left + (self.indent if place == 0 else 0.0)
            self._set(line, x, right, size, bold=bold, fills=self.justified and place < len(lines) - 1)
            self.y += size * self.lead
        self.y += self.gap

    def _set(self, line: str, x: float, right: float, size: float, *, bold: bool, fills: bool) -> None:
        face = self.face(bold=bold)
        parts = line.split(" ")
        room = (right - x - width(line, size, face)) / max(len(parts) - 1, 1) if fills else 0.0
        text = self.canvas.beginText(x, self.size[1] - self.y)
        text.setFont(face.name, size)
        for part in parts:
            text.setTextOrigin(x, self.size[1] - self.y)
            text.textOut(f"{part} ")
            x += width(f"{part} ", size, face) + room
        self.canvas.drawText(text)

    def table(
        self,
        widths: Sequence[float],
        rows: Sequence[Sequence[str]],
        *,
        left: float = LEFT,
        size: float = 12.0,
        level: bool = True,
        upright: bool = True,
    ) -> None:
        """Draw a table with lines at y; a row goes as far down as its tallest cell."""
        face = self.face()
        edges = [left + sum(widths[:place]) for place in range(len(widths) + 1)]
        top = self.y
        if level:
            self.line(edges[0], top, edges[-1], top)
        for row in rows:
            cells = [list(wrapped(said, size, face, room - 8, 0.0)) for said, room in zip(row, widths, strict=True)]
            height = max(len(cell) for cell in cells) * size * self.lead + 6
            for cell, x in zip(cells, edges, strict=False):
                for place, line in enumerate(cell):
                    self.words(x + 4, self.y + size + place * size * self.lead, line, size)
            self.y += height
            if level:
                self.line(edges[0], self.y, edges[-1], self.y)
        if upright:
            for edge in edges:
                self.line(edge, top, edge, self.y)
        self.y += 20

    def page(self) -> None:
        self.canvas.showPage()
        self.y = 60.0

    def data(self) -> bytes:
        self.canvas.save()
        return self._file.getvalue()


def width(said: str, size: float, face: Typeface) -> float:
    return sum(face.widths[letter] for letter in said) * size


def wrapped(said: str, size: float, face: Typeface, room: float, indent: float) -> Iterator[str]:
    """Yield the words in lines as full as they can be."""
    for part in said.split("\n"):
        line, free = "", room - indent
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width(longer, size, face) > free:
                yield line
                line, free = word, room
            else:
                line = longer
        yield line


def said(paper: Paper) -> list[str]:
    """Return the words of each paragraph outside of tables."""
    return [str(block.text) for block in paper.blocks if isinstance(block, Block)]


def tables(paper: Paper) -> list[TableBlock]:
    return [block for block in paper.blocks if isinstance(block, TableBlock)]


def cells(table: TableBlock) -> list[list[str]]:
    """Return the words of each cell, its paragraphs set apart by a stroke."""
    return [
        [" / ".join(str(b.text) for b in cell.blocks if isinstance(b, Block)) for cell in row] for row in table.rows
    ]
