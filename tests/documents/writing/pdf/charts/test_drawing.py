"""Charts drawn: all that is in them, within their edges, told apart without colours, the same in the window."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String

from tthc_desktop.documents.writing.charts import drawing, pieces, svg
from tthc_desktop.documents.writing.pdf.charts.canvas import width_of
from tthc_desktop.documents.writing.pdf.charts.looks import DARK, LIGHT, Fill, Look, fills
from tthc_desktop.documents.writing.pdf.charts.scale import ticks
from tthc_desktop.documents.writing.pdf.charts.shapes import shapes_of
from tthc_desktop.models.charts import Chart, ChartKind, Series, figure_words
from tthc_desktop.models.progress.values import Status

WIDTH = 467.0
LONG = "Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng và Ứng dụng khoa học công nghệ của tỉnh và các đơn vị khác"


def bars(count: int, *names: str, value: float = 3.0) -> Chart:
    categories = tuple(f"Đơn vị {place}" for place in range(count))
    return Chart(ChartKind.BARS, categories, tuple(Series(name, (value,) * count) for name in names))


def words_of(made: Drawing) -> list[str]:
    return [shape.text for shape in shapes_of(made) if isinstance(shape, String)]


figures = st.none() | st.floats(-1e6, 1e9, allow_nan=False) | st.integers(0, 500).map(float)
labels = st.sampled_from(("", "Sở", "Văn phòng Sở", LONG, "Chữ" * 80, "Quý IV/2025", *Status))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = tuple(draw(st.lists(labels, max_size=20)))
    size = len(categories)
    several = st.lists(st.builds(Series, labels, st.tuples(*[figures] * size)), max_size=9)
    return Chart(draw(st.sampled_from(list(ChartKind))), categories, tuple(draw(several)), "", draw(st.booleans()))


@given(charts(), st.sampled_from((200.0, WIDTH, 700.0)), st.booleans())
def test_nothing_reaches_over_the_edges(chart: Chart, width: float, dark: bool) -> None:
    made = drawing(chart, width, dark=dark)
    for shape in shapes_of(made):
        match shape:
            case String():
                assert -1 <= shape.x <= width
                assert shape.x + width_of(shape.text, shape.fontSize) <= width + 40, shape.text
                assert -made.height <= shape.y <= 0
            case Rect():
                assert -0.01 <= shape.x <= shape.x + shape.width <= width + 0.01
                assert -made.height <= shape.y <= shape.y + shape.height <= 0.01
            case Line():
                assert -0.01 <= min(shape.x1, shape.x2) <= max(shape.x1, shape.x2) <= width + 0.01
            case PolyLine() | Polygon():
                assert all(-made.height <= y <= 5 for y in shape.points[1::2])
            case Circle():
                assert -made.height <= shape.cy <= 0
    assert svg(chart, width, dark=dark).startswith(b"<svg")


def test_bars_are_as_long_as_their_figures_and_say_them() -> None:
    chart = Chart(ChartKind.BARS, ("A", "B"), (Series("Quá hạn", (10.0, 5.0)), Series("Hoàn thành", (20.0, None))))
    made = drawing(chart, WIDTH)
    found = [shape.width for shape in shapes_of(made) if isinstance(shape, Rect) and shape.height == 13.0]
    assert [round(width / found[0], 3) for width in found[::2]] == [1.0, 2.0, 0.5]
    said = words_of(made)
    assert {"A", "B", "Quá hạn", "Hoàn thành", "30", "10", "20", "5"} <= set(said)


def test_long_names_have_two_lines_and_are_cut_with_a_sign() -> None:
    said = words_of(drawing(Chart(ChartKind.BARS, (LONG,), (Series("Quá hạn", (1.0,)),)), WIDTH))
    assert said[-4].startswith("Trung tâm Kỹ thuật")
    assert said[-3].endswith("…") or said[-2].endswith("…")


@pytest.mark.parametrize("chart", [bars(0, "Quá hạn"), bars(3), Chart(ChartKind.LINES)])
def test_without_figures_the_chart_says_so(chart: Chart) -> None:
    assert words_of(drawing(chart, WIDTH)) == ["Chưa có số liệu để vẽ biểu đồ."]


@pytest.mark.parametrize("kind", ChartKind)
def test_figures_of_nothing_but_zeros(kind: ChartKind) -> None:
    chart = Chart(kind, ("A", "B"), (Series("Quá hạn", (0.0, 0.0)),))
    assert "0" in words_of(drawing(chart, WIDTH))


def test_sixty_units_come_in_pieces_of_one_scale() -> None:
    chart = bars(60, *list(Status)[3:7])
    found = pieces(chart, WIDTH, 700.0)
    assert len(found) == 2
    assert all(made.height <= 700 for made in found)
    said = [words for made in found for words in words_of(made)]
    assert [words for words in said if words.startswith("Đơn vị")] == list(chart.categories)
    assert len(pieces(chart, WIDTH, 5000.0)) == 1
    assert drawing(chart, WIDTH).height > 1000


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_statuses_differ_in_colour_and_in_grey_or_pattern(look: Look) -> None:
    shown = fills(look, list(Status))
    assert len(set(shown)) == len(Status)
    seen = {(fill.lines, round(_light(fill.colour), 1)) for fill in shown}
    assert len(seen) == len(Status), "in a black-and-white print"


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_words_can_be_read_on_every_ground(look: Look) -> None:
    assert _contrast(look.ink, look.ground) >= 7
    assert _contrast(look.quiet, look.ground) >= 4.5
    for fill in (*look.fills, *look.by_name.values()):
        assert isinstance(fill, Fill)
        assert _contrast(fill.ink, fill.colour) >= 4.5, fill


def _light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


@given(st.floats(0, 1e9), st.integers(2, 12))
def test_ticks_are_round_and_reach_the_largest(largest: float, most: int) -> None:
    found = ticks(largest, most)
    assert found[0] == 0
    assert found[-1] >= largest * (1 - 1e-6)
    assert len(found) <= most + 1
    assert all(before < after for before, after in pairwise(found))


def test_points_over_quarters_say_their_figures() -> None:
    chart = Chart(ChartKind.LINES, ("Quý I", "Quý II"), (Series("Tỷ lệ", (92.5, None)),), "", percent=True)
    said = words_of(drawing(chart, WIDTH))
    assert "92,5 %" in said
    assert {"Quý I", "Quý II", "0 %"} <= set(said)
    assert figure_words(92.5) == "92,5"


def test_a_status_with_more_words_has_its_colour_and_no_colour_comes_twice() -> None:
    waiting, overdue, other, again = fills(LIGHT, ["Chưa đến hạn, chưa thực hiện", "Quá hạn", "Khác", "Chưa đến hạn"])
    assert waiting == LIGHT.by_name["chua den han"]
    assert overdue == LIGHT.by_name["qua han"]
    assert len({waiting, overdue, other, again}) == 4
