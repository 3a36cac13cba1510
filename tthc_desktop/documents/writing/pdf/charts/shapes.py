"""The shapes of a chart as operators of a page; its words are written like all others, with the page's own fonts."""

from collections.abc import Iterator, Sequence

from reportlab.graphics.shapes import (
    Circle,
    Drawing,
    Group,
    Line,
    LineShape,
    Path,
    Polygon,
    PolyLine,
    Rect,
    Shape,
    String,
)
from reportlab.lib.colors import Color

_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""


def shapes_of(made: Drawing) -> Iterator[Shape]:
    """Yield the shapes of a drawing of ours, whose y goes up from below its top."""
    for group in made.contents:
        assert isinstance(group, Group)
        yield from group.contents


def ink_of(shape: String) -> str:
    """Return the operator that gives words their colour."""
    assert shape.fillColor is not None
    return f"{_parts(shape.fillColor)} rg"


def operators(made: Drawing, left: float, top: float) -> str:
    """Return what draws all but the words, with the top left corner at a place of the sheet."""
    drawn = [_operator(shape) for shape in shapes_of(made) if not isinstance(shape, String)]
    return "\n".join(("q", f"1 0 0 1 {left:.2f} {top:.2f} cm", *drawn, "Q"))


def _operator(shape: Shape) -> str:
    assert isinstance(shape, LineShape)
    fill, edge = getattr(shape, "fillColor", None), shape.strokeColor
    parts = [_path(shape)]
    if fill is not None:
        parts.insert(0, f"{_parts(fill)} rg")
    if edge is not None:
        dash = " ".join(f"{part:g}" for part in shape.strokeDashArray or ())
        parts.insert(0, f"{_parts(edge)} RG {shape.strokeWidth:g} w [{dash}] 0 d")
    painted = {(True, True): "B", (True, False): "f", (False, True): "S"}
    return " ".join((*parts, painted.get((fill is not None, edge is not None), "n")))


def _parts(colour: Color) -> str:
    return f"{colour.red:.3f} {colour.green:.3f} {colour.blue:.3f}"


def _path(shape: Shape) -> str:
    match shape:
        case Rect():
            return f"{shape.x:.2f} {shape.y:.2f} {shape.width:.2f} {shape.height:.2f} re"
        case Line():
            return f"{shape.x1:.2f} {shape.y1:.2f} m {shape.x2:.2f} {shape.y2:.2f} l"
        case Circle():
            return _circle(shape.cx, shape.cy, shape.r)
        case Polygon():
            return f"{_points(shape.points)} h"
        case PolyLine():
            return _points(shape.points)
        case Path():
            return " ".join(f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l" for x0, y0, x1, y1 in segments(shape))
    raise TypeError(shape)


def segments(shape: Path) -> Iterator[tuple[float, float, float, float]]:
    """Yield the straight lines of a pattern."""
    flat = shape.points
    yield from zip(flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True)


def _points(flat: Sequence[float]) -> str:
    points = zip(flat[::2], flat[1::2], strict=True)
    return " ".join(f"{x:.2f} {y:.2f} {'l' if place else 'm'}" for place, (x, y) in enumerate(points))


def _circle(x: float, y: float, r: float) -> str:
    k = r * _ROUND
    arcs = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    return " ".join((f"{x + r:.2f} {y:.2f} m", *(" ".join(f"{part:.2f}" for part in arc) + " c" for arc in arcs)))
