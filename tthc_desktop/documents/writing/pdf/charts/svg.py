"""The shapes of a chart as SVG."""

from collections.abc import Iterator, Sequence
from html import escape

from reportlab.graphics.shapes import Circle, Drawing, Line, LineShape, Path, Polygon, PolyLine, Rect, Shape, String
from reportlab.lib.colors import Color

from tthc_desktop.documents.writing.pdf.charts.drawing import drawing
from tthc_desktop.documents.writing.pdf.charts.shapes import segments, shapes_of
from tthc_desktop.models.charts import Chart

FAMILY = "Liberation Serif"
"""The family that the window has loaded for the printed page."""


def svg(chart: Chart, width: float, *, dark: bool = False) -> bytes:
    """Return a chart as SVG, `width` points wide, for a light or a dark ground, which stays transparent."""
    return written(drawing(chart, width, dark=dark), chart.title)


def written(made: Drawing, title: str = "") -> bytes:
    """Return a drawing of ours as SVG; `title` is what a screen reader says of it."""
    size = f'width="{made.width:g}" height="{made.height:g}" viewBox="0 0 {made.width:g} {made.height:g}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}">',
        f"<title>{escape(title)}</title>",
    ]
    lines += map(_element, shapes_of(made))
    return "\n".join([*lines, "</svg>"]).encode()


def _element(shape: Shape) -> str:
    """Return one shape; its y, which goes up from below the top, is turned."""
    match shape:
        case String():
            ink = f'font-size="{shape.fontSize:g}" fill="{_colour(shape.fillColor)}"'
            return f'<text x="{shape.x:.2f}" y="{-shape.y:.2f}" {ink}>{escape(shape.text)}</text>'
        case Rect():
            box = f'x="{shape.x:.2f}" y="{-shape.y - shape.height:.2f}"'
            return f'<rect {box} width="{shape.width:.2f}" height="{shape.height:.2f}" {_look(shape)}/>'
        case Circle():
            return f'<circle cx="{shape.cx:.2f}" cy="{-shape.cy:.2f}" r="{shape.r:g}" {_look(shape)}/>'
        case Line():
            ends = f'x1="{shape.x1:.2f}" y1="{-shape.y1:.2f}" x2="{shape.x2:.2f}" y2="{-shape.y2:.2f}"'
            return f"<line {ends} {_look(shape)}/>"
        case Path():
            lines = "".join(f"M{x0:.1f} {-y0:.1f}L{x1:.1f} {-y1:.1f}" for x0, y0, x1, y1 in segments(shape))
            return f'<path d="{lines}" {_look(shape)}/>'
        case Polygon():
            return f'<polygon points="{_points(shape.points)}" {_look(shape)}/>'
        case PolyLine():
            return f'<polyline points="{_points(shape.points)}" {_look(shape)} stroke-linejoin="round"/>'
    raise TypeError(shape)


def _points(flat: Sequence[float]) -> str:
    return " ".join(f"{x:.2f},{-y:.2f}" for x, y in zip(flat[::2], flat[1::2], strict=True))


def _look(shape: Shape) -> str:
    return " ".join(_looks(shape))


def _looks(shape: Shape) -> Iterator[str]:
    assert isinstance(shape, LineShape)
    yield f'fill="{_colour(getattr(shape, "fillColor", None))}"'
    yield f'stroke="{_colour(shape.strokeColor)}"'
    if shape.strokeColor is not None:
        yield f'stroke-width="{shape.strokeWidth:g}"'
        if shape.strokeDashArray:
            yield f'stroke-dasharray="{" ".join(f"{part:g}" for part in shape.strokeDashArray)}"'


def _colour(colour: Color | None) -> str:
    return "none" if colour is None else f"#{colour.hexval()[2:]}"
