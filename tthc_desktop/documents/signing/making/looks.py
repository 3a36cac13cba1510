"""What is seen of a signature: a picture of the hand or of the seal, or the line of the organisation.

Each is drawn as a page of its own by our own paper and placed as it is: pyHanko's own text spreads Vietnamese letters
apart.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.limits import LARGEST_PICTURE, MOST_POINTS
from tthc_desktop.documents.writing.pdf.blocks import baseline
from tthc_desktop.documents.writing.pdf.fonts import family
from tthc_desktop.errors import UserError

_FORMAT = "PNG"
_CLEAR = 250
"""Above this a point of the picture is not seen through; the highest is 255."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may stand over words: a PNG that is seen through where nothing is drawn."""

    data: bytes
    width: int
    height: int


def picture(data: bytes, name: str) -> Picture:
    """Take a picture in (Decree 30/2020, Appendix I: PNG, transparent); `UserError` says what is wrong with it."""
    if len(data) > LARGEST_PICTURE:
        raise UserError(f"Ảnh “{name}” lớn hơn 10 MB.", "Hãy chọn ảnh nhỏ hơn, khoảng 1.000 điểm mỗi chiều là đủ nét.")
    try:
        with Image.open(BytesIO(data), formats=(_FORMAT,)) as opened:
            if opened.width * opened.height > MOST_POINTS:
                raise _huge(name)
            lowest = min(opened.convert("RGBA").getchannel("A").tobytes())
            found = Picture(data, opened.width, opened.height)
    except Image.DecompressionBombError as error:
        raise _huge(name) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise UserError(
            f"Tệp “{name}” không phải là ảnh PNG, hoặc đã hỏng.", "Hãy chọn ảnh PNG có nền trong suốt."
        ) from error
    if lowest > _CLEAR:
        raise UserError(
            f"Ảnh “{name}” không có nền trong suốt nên sẽ che chữ bên dưới.",
            "Hãy tách nền ảnh, lưu lại thành PNG rồi chọn lại.",
        )
    return found


def _huge(name: str) -> UserError:
    return UserError(f"Ảnh “{name}” quá nhiều điểm.", "Hãy thu nhỏ ảnh còn khoảng 1.000 điểm mỗi chiều.")


def picture_page(made: Picture | None, width: float, height: float) -> bytes:
    """Return a picture as a page of a size in points, as large as it fits, in the middle; without one an empty page."""
    canvas, out = _canvas(width, height)
    if made:
        scale = min(width / made.width, height / made.height)
        wide, high = made.width * scale, made.height * scale
        with Image.open(BytesIO(made.data)) as opened:
            # As RGBA, for reportlab covers what is seen through by a palette or a key colour.
            image = ImageReader(opened.convert("RGBA"))
        canvas.drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high, mask="auto")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def line_page(words: str, width: float, height: float) -> bytes:
    """Return the line of the organisation as a page of a size in points: upright, black, at the right."""
    size = rules().length("stamp_line_size")
    canvas, out = _canvas(width, height)
    canvas.setFont(family().regular.name, size)
    canvas.drawRightString(width, height - baseline(size, height), words)
    canvas.save()
    return out.getvalue()


def line_width(words: str) -> float:
    """Return the width that a line needs, in points."""
    return family().regular.widths[words] * rules().length("stamp_line_size")


def stamp_words(number: str, at: datetime) -> str:
    """Return `Số: 15/KH-SNV; 14/02/2025; 09:25:08; +07:00` (Decree 30/2020, Appendix I, Part III, time in ISO 8601)."""
    return f"Số: {number}; {at:%d/%m/%Y}; {at:%H:%M:%S}; {at.isoformat()[-6:]}"


def _canvas(width: float, height: float) -> tuple[Canvas, BytesIO]:
    out = BytesIO()
    return Canvas(out, pagesize=(width, height), invariant=1, initialFontName=family().regular.name), out  # type: ignore[arg-type]
