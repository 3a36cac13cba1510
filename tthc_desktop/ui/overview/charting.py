"""Charts of how the work stands, by unit and over the months of a year, as values; without Qt."""

from collections.abc import Mapping, Sequence

from tthc_desktop.models.agenda.sifting import Tally
from tthc_desktop.models.charts import Chart, ChartKind, Series
from tthc_desktop.models.identity import Id
from tthc_desktop.ui.overview.tallies import Counted
from tthc_desktop.ui.plan.names import short

MOST = 10
"""How many units a chart has room for."""
_LONGEST = 30


def by_unit(rows: Sequence[Counted]) -> Chart:
    """Return the chart of the units with the most work, those with overdue work first."""
    most = sorted(rows, key=lambda row: -row.tally.total)[:MOST]
    kept = [row for row in rows if row in most]
    named = f"Theo đơn vị ({MOST} đơn vị nhiều việc nhất)" if len(rows) > MOST else "Theo đơn vị"
    names = tuple(short(row.name, _LONGEST) for row in kept)
    return Chart(ChartKind.BARS, names, _series([row.tally for row in kept]), named)


def by_month(months: Mapping[str, Tally], year: int) -> Chart:
    """Return the chart of what is due in each month of a year."""
    tallies = [months.get(f"{year:04}-{month:02}", Tally()) for month in range(1, 13)]
    names = tuple(f"T{month}" for month in range(1, 13))
    return Chart(ChartKind.BARS, names, _series(tallies), f"Việc đến hạn từng tháng năm {year}")


def is_empty(chart: Chart) -> bool:
    """Tell whether there is nothing to draw."""
    return not any(value for series in chart.series for value in series.values)


def year_of_chart(months: Mapping[Id, Tally], wished: int) -> int:
    """Return the year wished for, else the last one before it with work, else the first one after it."""
    years = sorted({int(month[:4]) for month in months})
    before = [year for year in years if year <= wished]
    return before[-1] if before else (years or [wished])[0]


def _series(tallies: Sequence[Tally]) -> tuple[Series, ...]:
    figures = [(tally.finished, tally.total - tally.finished - tally.overdue, tally.overdue) for tally in tallies]
    names = ("Đã xong", "Chưa xong", "Quá hạn")
    return tuple(Series(name, tuple(each[at] for each in figures)) for at, name in enumerate(names))
