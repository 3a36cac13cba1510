"""Pictures in few colours as objects of a PDF (ISO 32000-1, 8.9): the very bytes of a PNG, which packs them alike."""

from struct import unpack
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

_BEGINS = b"\x89PNG\r\n\x1a\n"
_PALETTE = 3
"""The kind of a PNG whose points are numbers of colours."""
_PNG_LINES = 15
"""How lines are packed: each as the PNG says (ISO 32000-1, table 10)."""


class Image(NamedTuple):
    """A picture: its name, its width and height in dots, the bits of a dot, the colours, the packed dots."""

    name: str
    width: int
    height: int
    bits: int
    palette: bytes
    packed: bytes


def read_png(name: str, data: bytes) -> Image:
    """Return a PNG with a palette, as those of the guide are; `ValueError` for every other picture."""
    if not data.startswith(_BEGINS):
        raise ValueError(f"{name} is no PNG")
    parts: dict[bytes, bytes] = {}
    at = len(_BEGINS)
    while at < len(data):
        (length,) = unpack(">I", data[at : at + 4])
        kind = data[at + 4 : at + 8]
        parts[kind] = parts.get(kind, b"") + data[at + 8 : at + 8 + length]
        at += 12 + length
    width, height, bits, colour, _, _, interlaced = unpack(">IIBBBBB", parts[b"IHDR"])
    if colour != _PALETTE or interlaced or b"tRNS" in parts:
        raise ValueError(f"{name} has no plain palette")
    return Image(name, width, height, bits, parts[b"PLTE"], parts[b"IDAT"])


def image(made: Image) -> PDFStream:
    """Return the picture as it stands in a file."""
    lines = {"Predictor": _PNG_LINES, "Colors": 1, "BitsPerComponent": made.bits, "Columns": made.width}
    colours = f"<{made.palette.hex().upper()}>"
    said = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": made.width,
        "Height": made.height,
        "BitsPerComponent": made.bits,
        "ColorSpace": PDFArray([PDFName("Indexed"), PDFName("DeviceRGB"), len(made.palette) // 3 - 1, colours]),
        "Filter": PDFName("FlateDecode"),
        "DecodeParms": PDFDictionary(lines),
        "Interpolate": "false",
    }
    return PDFStream(PDFDictionary(said), made.packed, ())
