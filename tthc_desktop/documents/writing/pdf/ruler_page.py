"""A page with rulers: whether a printer keeps to 100 %, where it puts the page, and which edges it cannot reach."""

from collections.abc import Iterator

from tthc_desktop.documents.decree import Rules, rules
from tthc_desktop.documents.writing.pdf.blocks import Align, Style, baseline, draw_line, leading
from tthc_desktop.documents.writing.pdf.elements import TITLE as TITLE_ROLE
from tthc_desktop.documents.writing.pdf.elements import Element
from tthc_desktop.documents.writing.pdf.flow import Segment
from tthc_desktop.documents.writing.pdf.lines import lines, plain_words
from tthc_desktop.documents.writing.pdf.paper import Paper

TITLE = "TRANG THƯỚC ĐO MÁY IN"
SQUARE = 100.0
"""The side of the square in millimetres, so that what it measures is the scale in per cent."""
SQUARE_AT = (62.5, 132.0)
"""Its top left corner, in millimetres from that of the paper."""
_MM = 72 / 25.4
_THIN = 0.4
_REACH = 40
"""How many millimetres the ruler at an edge is long."""
_LINES_AT, _BESIDE = 117.0, 38.0
_TICKS = ((10, 4.0), (5, 2.6), (1, 1.5))
_TEXT = (54.0, 27.0, 188.0)
_TITLE_SIZE, _SIZE, _SMALL = 14.0, 12.0, 8.0
_ADVICE = (
    (
        "1. Đặt thước thật dọc hai cạnh hình vuông dưới đây. Mỗi cạnh phải dài đúng 100 mm; "
        "đo được bao nhiêu mm thì máy đang in bấy nhiêu phần trăm."
    ),
    (
        "2. Cạnh ngắn hơn: mở thiết lập máy in, đặt tỷ lệ 100 % (Actual size, None), "
        "bỏ các lựa chọn “Fit to page”, “Shrink”, “Vừa trang”, rồi in lại trang này."
    ),
    (
        "3. Khung lớn là lề theo {decree}: cách mép giấy trên {top}, dưới {bottom}, trái {left}, phải {right} mm "
        "(lệch trong khoảng 1 mm là do máy kéo giấy). Lệch nhiều hơn: đặt khổ giấy A4 ở máy in và ở khay giấy."
    ),
    (
        "4. Bốn thước ở bốn mép bắt đầu từ 0 tại mép giấy: vạch đầu tiên nhìn thấy cho biết máy in "
        "không in được bao nhiêu mm sát mép đó."
    ),
)


def ruler_page() -> bytes:
    """Return the page as a PDF; the margins on it are those of the decree."""
    measures, paper = rules(), Paper(TITLE, "")
    width, height = (measures.length(name) / _MM for name in ("paper_width", "paper_height"))
    paper.open_page((width * _MM, height * _MM), 0.0, 0.0)
    paper.section(Element("ruler", "Sect"))
    paper.rules([_points(segment) for segment in _segments(measures, width, height)], _THIN)
    _write_title(paper, measures)
    _write_numbers(paper, width, height)
    _write_middle(paper, measures)
    paper.close_page()
    return paper.finished()


def _margins(measures: Rules) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom in millimetres."""
    names = ("margin_left", "margin_top", "margin_right", "margin_bottom")
    left, top, right, bottom = (measures.length(name) / _MM for name in names)
    return left, top, right, bottom


def _segments(measures: Rules, width: float, height: float) -> Iterator[Segment]:
    """Yield all lines, in millimetres."""
    left, top, right, bottom = _margins(measures)
    yield from _frame(left, top, width - right, height - bottom)
    x, y = SQUARE_AT
    yield from _frame(x, y, x + SQUARE, y + SQUARE)
    for at, length in _ticks(int(SQUARE)):
        yield (x + at, y, x + at, y + length)
        yield (x, y + at, x + length, y + at)
    for at, length in _ticks(_REACH):
        yield (at, _LINES_AT, at, _LINES_AT - length)
        yield (width - at, _LINES_AT, width - at, _LINES_AT - length)
        yield (_BESIDE, at, _BESIDE + length, at)
        yield (width / 2, height - at, width / 2 + length, height - at)
    yield (0.0, _LINES_AT, _REACH, _LINES_AT)
    yield (width - _REACH, _LINES_AT, width, _LINES_AT)
    yield (_BESIDE, 0.0, _BESIDE, _REACH)
    yield (width / 2, height - _REACH, width / 2, height)


def _frame(left: float, top: float, right: float, bottom: float) -> Iterator[Segment]:
    yield (left, top, right, top)
    yield (left, bottom, right, bottom)
    yield (left, top, left, bottom)
    yield (right, top, right, bottom)


def _ticks(length: int) -> Iterator[tuple[int, float]]:
    """Yield each millimetre of a ruler and how long its tick is."""
    for at in range(length + 1):
        yield at, next(long for step, long in _TICKS if at % step == 0)


def _points(segment: Segment) -> Segment:
    x0, y0, x1, y1 = segment
    return (x0 * _MM, y0 * _MM, x1 * _MM, y1 * _MM)


def _write_title(paper: Paper, measures: Rules) -> None:
    y = _write(paper, measures, TITLE, _TEXT[1], size=_TITLE_SIZE, bold=True)
    left, top, right, bottom = (_length(margin) for margin in _margins(measures))
    for words in _ADVICE:
        told = words.format(decree=measures.short, left=left, top=top, right=right, bottom=bottom)
        y = _write(paper, measures, told, y + 1.2)


def _write_middle(paper: Paper, measures: Rules) -> None:
    style = Style(_SIZE, leading(measures, _SIZE), align=Align.CENTRE)
    (line,) = lines(plain_words("Mỗi cạnh 100 mm", bold=True), SQUARE)
    paper.element(Element("square", "P"))
    middle = (SQUARE_AT[1] + SQUARE / 2) * _MM
    draw_line(paper, line, style, (0.0, 2 * (SQUARE_AT[0] + SQUARE / 2) * _MM), middle)


def _write(paper: Paper, measures: Rules, words: str, y: float, *, size: float = _SIZE, bold: bool = False) -> float:
    """Write a paragraph from `y` millimetres below the edge; return where it ends."""
    left, _, right = (edge * _MM for edge in _TEXT)
    high = size * measures.number("single_line")
    style = Style(size, high, align=Align.LEFT)
    paper.element(Element(words, TITLE_ROLE if bold else "P"))
    for line in lines(plain_words(words, bold=bold), (right - left) / size):
        draw_line(paper, line, style, (left, right), y * _MM + baseline(size, high))
        y += high / _MM
    return y


def _write_numbers(paper: Paper, width: float, height: float) -> None:
    paper.element(None)
    x, y = SQUARE_AT
    for at in range(10, int(SQUARE), 10):
        _number(paper, at, x + at, y + 7.0)
        _number(paper, at, x + 6.6, y + at + 1.0)
    for at in range(10, _REACH + 1, 10):
        _number(paper, at, at + 2.2, _LINES_AT - 2.8)
        _number(paper, at, width - at - 2.2, _LINES_AT - 2.8)
        _number(paper, at, _BESIDE + 4.8, at + 2.9)
        _number(paper, at, width / 2 + 4.8, height - at - 0.9)


def _number(paper: Paper, value: int, x: float, y: float) -> None:
    """Write a small number centred on x with its foot at y, in millimetres."""
    (line,) = lines(plain_words(str(value)), 9.0)
    paper.words(x * _MM - line.width * _SMALL / 2, y * _MM, line, _SMALL)


def _length(millimetres: float) -> str:
    return f"{millimetres:.1f}".removesuffix(".0").replace(".", ",")
