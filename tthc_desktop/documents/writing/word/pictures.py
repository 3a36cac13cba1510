"""The charts of tables as pictures, drawn as in the print, with what they show said in words."""

import struct
import zlib
from dataclasses import dataclass, field

from tthc_desktop.documents.writing.pdf.chart_flow import SetChart
from tthc_desktop.documents.writing.pdf.lines import plain_words, tied
from tthc_desktop.documents.writing.pdf.paper import Paper
from tthc_desktop.documents.writing.word.markup import quoted
from tthc_desktop.documents.writing.word.paragraphs import element
from tthc_desktop.documents.writing.word.styled import Styled
from tthc_desktop.models.charts import Chart, ChartKind, chart_of
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table

_PER_POINT = 12700
"""Word's units of drawings in a point."""
_SCALE = 200 / 72
"""Pixels in a point: sharp in print, small in the file."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


@dataclass(slots=True)
class Album:
    """The pictures of a file, as PNG."""

    pictures: list[bytes] = field(default_factory=list)

    def relations(self) -> list[tuple[str, str]]:
        """Return the relation and the name of each picture."""
        return [(f"rId{100 + at}", f"media/image{at + 1}.png") for at in range(len(self.pictures))]

    def chart(self, plan: Plan, table: Table, styled: Styled, page: tuple[float, float]) -> str:
        """Return the paragraphs of a table's chart: its pictures and its title."""
        chart = chart_of(plan, table) or Chart(ChartKind.BARS)
        made = SetChart(chart, styled.rules, page)
        drawn = "".join(
            self._picture(made, place, (piece.width, piece.height), chart.title)
            for place, piece in enumerate(made.pieces)
        )
        words = tied(plain_words(chart.title, italic=True))
        return drawn + (styled.paragraph("TenBieuDo", words) if words else "")

    def _picture(self, made: SetChart, place: int, size: tuple[float, float], title: str) -> str:
        self.pictures.append(_png(_page(made, place, size)))
        number = len(self.pictures)
        wide, high = (round(length * _PER_POINT) for length in size)
        about = quoted(title)
        named = f'id="{number}" name="Biểu đồ {number}"'
        return element(
            "BieuDo",
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr {named} descr={about}/>'
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="rId{99 + number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>",
        )


def _page(made: SetChart, place: int, size: tuple[float, float]) -> bytes:
    """Return one piece of a chart as a page of its own."""
    paper = Paper("", "")
    paper.open_page(size, 0.0, 0.0)
    paper.drawing(0.0, 0.0, made.pieces[place])
    paper.close_page()
    return paper.finished()


def _png(page: bytes) -> bytes:
    """Return a page of a PDF as a picture."""
    import pypdfium2  # noqa: PLC0415 - only charts need it

    document = pypdfium2.PdfDocument(page)
    try:
        bitmap = document[0].render(scale=_SCALE, rev_byteorder=True)
        width, height, stride, channels = bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels
        data = bytes(bitmap.buffer)
    finally:
        document.close()
    rows = (data[row * stride : row * stride + width * channels] for row in range(height))
    lines = b"".join(b"\0" + (row if channels == 3 else _without_fourth(row)) for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _without_fourth(row: bytes) -> bytes:
    kept = bytearray(len(row) // 4 * 3)
    for channel in range(3):
        kept[channel::3] = row[channel::4]
    return bytes(kept)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
