"""Charts from the figures of tables, and figures in Vietnamese words."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import plans
from tthc_desktop.models.charts import Chart, ChartKind, chart_of, figure_of, figure_words
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import plain

STATUSES = ("Hoàn thành đúng hạn", "Quá hạn")


def table(titles: Sequence[str], rows: Sequence[Sequence[str]], kind: str = "bars", over: str = "") -> Table:
    """Return a table of plain rows; the first column numbers them."""
    columns = (
        Column("n", Role.NUMBER, plain("STT")),
        Column("c0", Role.FREE, plain(titles[0])),
        *(Column(f"c{at}", Role.FREE, plain(title), plain(over)) for at, title in enumerate(titles[1:], 1)),
    )
    made = tuple(
        Row(f"r{place}", RowKind.PLAIN, cells=tuple((f"c{at}", plain(words)) for at, words in enumerate(row)))
        for place, row in enumerate(rows)
    )
    return Table("t", columns, made, chart=kind)


def chart(*args: object, **kwargs: object) -> Chart:
    found = chart_of(Plan("p"), table(*args, **kwargs))  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        *[("5", 5), ("05", 5), ("1.234", 1234), ("12,5", 12.5), ("12,5 %", 12.5), ("98.7%", 98.7), ("-3", -3)],
        *[("1.234.567,5", 1234567.5), (" 7 ", 7), ("90 phần trăm", 90), ("1 000", 1000)],
        *[("", None), ("-", None), ("Quý I", None), ("12/2025", None), ("3 nhiệm vụ", None), ("1,2,3", None)],
    ],
)
def test_figures_as_offices_write_them(words: str, figure: float | None) -> None:
    assert figure_of(words) == figure


@pytest.mark.parametrize(
    ("figure", "words"),
    [(0, "0"), (-0.001, "0"), (5.0, "5"), (1234.5, "1.234,5"), (1e6, "1.000.000"), (33.3333, "33,33"), (-2, "-2")],
)
def test_figures_in_words(figure: float, words: str) -> None:
    assert figure_words(figure) == words


@given(st.integers(-(10**9), 10**9))
def test_whole_figures_come_back(figure: int) -> None:
    assert figure_of(figure_words(figure)) == figure


def test_a_table_without_a_chart_gives_none() -> None:
    assert chart_of(Plan("p"), table(("Đơn vị", "Quá hạn"), (("A", "1"),), "")) is None
    assert chart_of(Plan("p"), table(("Đơn vị", "Quá hạn"), (("A", "1"),), "pie")) is None


def test_units_by_status_without_the_sums() -> None:
    rows = (("Văn phòng", "3", "2", "1", "66,7"), ("Thanh tra", "1", "1", "", "100"), ("Tổng cộng", "4", "3", "1", ""))
    found = chart(("Đơn vị", "Tổng số", *STATUSES, "Tỷ lệ (%)"), rows, over="Kết quả")
    assert found.kind is ChartKind.BARS
    assert found.categories == ("Văn phòng", "Thanh tra")
    assert [(series.name, series.values) for series in found.series] == [
        (STATUSES[0], (2, 1)),
        (STATUSES[1], (1, None)),
    ]
    assert found.title == "Biểu đồ: kết quả, theo đơn vị"
    assert not found.percent


def test_a_column_that_adds_up_the_others_is_known_by_its_figures() -> None:
    found = chart(("Đơn vị", "Số nhiệm vụ", *STATUSES), (("A", "5", "2", "3"), ("B", "4", "4", "0")))
    assert tuple(series.name for series in found.series) == STATUSES


def test_shares_over_quarters_stand_on_a_scale_of_their_own() -> None:
    rows = (("Quý I/2025", "40", "38", "95 %"), ("Quý II/2025", "30", "", "…"), ("Quý III/2025", "50", "49", "98 %"))
    found = chart(("Kỳ", "Mẫu số", "Tử số", "Giá trị"), rows, "lines")
    assert found.kind is ChartKind.LINES
    assert [(series.name, series.values) for series in found.series] == [("Giá trị", (95, None, 98))]
    assert found.percent
    assert found.title == "Biểu đồ: giá trị, theo kỳ"


def test_years_are_categories_and_no_figures() -> None:
    found = chart(("Năm", "Số hồ sơ"), (("2024", "10"), ("2025", "12")), "lines")
    assert found.categories == ("2024", "2025")
    assert [series.values for series in found.series] == [(10, 12)]


def test_words_between_figures_are_no_series() -> None:
    found = chart(
        ("Đơn vị", "Quá hạn", "Ghi chú", "Nguyên nhân"), (("A", "1", "muộn 3 ngày", ""), ("B", "–", "2", "x"))
    )
    assert [(series.name, series.values) for series in found.series] == [("Quá hạn", (1, None))]


@given(plans(), st.sampled_from(list(ChartKind)))
def test_any_table_has_a_chart_of_its_figures(plan: Plan, kind: ChartKind) -> None:
    for found, _ in tables(plan):
        made = chart_of(plan, Table(found.id, found.columns, found.rows, found.levels, chart=kind))
        assert made is not None
        assert all(len(series.values) == len(made.categories) for series in made.series)


def test_counts_by_status_are_called_so() -> None:
    rows = (("A", "1", "2"), ("B", "0", "4"))
    found = chart(("Đơn vị", "Chưa đến hạn, chưa thực hiện", "Quá hạn"), rows)
    assert found.title == "Biểu đồ: tình trạng thực hiện, theo đơn vị"
    assert chart(("Đơn vị", "Hồ sơ giấy", "Quá hạn"), rows).title == "Biểu đồ: số liệu của bảng trên, theo đơn vị"
