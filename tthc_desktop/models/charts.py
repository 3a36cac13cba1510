"""Charts as values: the figures of a table by category and series, and numbers in Vietnamese words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tthc_desktop.models.plan import Plan, cell
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.targets.value import number
from tthc_desktop.models.text import fold

_FIGURE = re.compile(r"(?P<sign>[-−–]?)(?P<digits>\d[\d.,\u00a0 ]*)(?P<percent>\s*(?:%|phần trăm))?")
_NUMBER = re.compile(r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d+)?|\d{1,15}(?:[.,]\d{1,6})?")
_STATUSES = frozenset(fold(status) for status in Status)
_LONGEST = 16
_TOTAL = re.compile(r"(?:tong(?: cong| so| chung)?|cong|toan (?:tinh|so|nganh))(?:\W.*)?")
_SHARE = re.compile(r"(?:ty|ti) (?:le|trong)\b.*|.*%.*|.*\bphan tram\b.*")


class ChartKind(StrEnum):
    """How figures are drawn; the value is that of `Table.chart`."""

    BARS = "bars"
    """A bar for each category, the series one behind the other in it."""
    LINES = "lines"
    """A line for each series over the categories, which are spans of time."""


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of figure for each category; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: `title` stands below it; with `percent` the figures are shares of a hundred."""

    kind: ChartKind
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    title: str = ""
    percent: bool = False


def figure_of(words: str) -> float | None:
    """Return the number that a cell holds: 1.234, 12,5 or 12,5 %; None when it holds something else."""
    found = _FIGURE.fullmatch(words.strip())
    digits = found["digits"].strip() if found else ""
    if found is None or not _NUMBER.fullmatch(digits):
        return None
    return float(number(digits)) * (-1 if found["sign"] else 1)


def is_lone_figure(words: str) -> bool:
    """Tell whether a cell holds a number and nothing else, which is printed in the middle of its column."""
    return len(words) <= _LONGEST and (words.isdigit() or figure_of(words) is not None)


def figure_words(value: float, decimals: int = 2) -> str:
    """Return a number as it is written: a dot between thousands, a comma before decimals, no zeros at their end."""
    whole, _, rest = f"{round(Decimal(repr(value)), decimals):,f}".partition(".")
    whole, rest = whole.replace(",", "."), rest.rstrip("0")
    return "0" if whole == "-0" and not rest else f"{whole},{rest}" if rest else whole


def told(chart: Chart) -> str:
    """Return what a chart shows in words, for whoever does not see it."""
    if not chart.categories or not chart.series:
        return f"Biểu đồ chưa có số liệu: {chart.title}" if chart.title else "Biểu đồ chưa có số liệu."
    title = re.sub(r"\ABiểu đồ:? *", "", chart.title)
    lines = (_told(chart, at, category) for at, category in enumerate(chart.categories))
    kind = "Biểu đồ cột" if chart.kind is ChartKind.BARS else "Biểu đồ đường"
    return f"{kind}{f': {title}' if title else ''}. {'; '.join(lines)}."


def _told(chart: Chart, at: int, category: str) -> str:
    values = ((series.name, series.values[at]) for series in chart.series)
    unit = "%" if chart.percent else ""
    known = [f"{name} {figure_words(value)}{unit}".strip() for name, value in values if value is not None]
    return f"{category}: {', '.join(known) or 'không có số liệu'}"


def chart_of(plan: Plan, table: Table) -> Chart | None:
    """Return the chart of a table that has one; sums of other rows and columns are left out of it."""
    if table.chart not in set(ChartKind):
        return None
    kind = ChartKind(table.chart)
    named = next((column for column in table.columns if column.role is not Role.NUMBER), None)
    rows = [row for row in table.rows if row.kind is not RowKind.GROUP and not _is_sum(plan, row, named)]
    found = [column for column in table.columns if column.role is not Role.NUMBER and column is not named]
    held = [(column, _values(plan, rows, column)) for column in found if _has_figures(plan, rows, column)]
    chosen, percent = _of_one_kind(kind, plan, rows, _without_sums(held) if kind is ChartKind.BARS else held)
    return Chart(
        kind,
        tuple(_flat(cell(plan, row, named)) if named else "" for row in rows),
        tuple(Series(_flat(column.title), values) for column, values in chosen),
        _title([column for column, _ in chosen], named),
        percent,
    )


Held = tuple[Column, tuple[float | None, ...]]


def _flat(words: object) -> str:
    return " ".join(str(words).split())


def _is_sum(plan: Plan, row: Row, named: Column | None) -> bool:
    return named is not None and bool(_TOTAL.fullmatch(fold(str(cell(plan, row, named)))))


def _values(plan: Plan, rows: Sequence[Row], column: Column) -> tuple[float | None, ...]:
    return tuple(figure_of(str(cell(plan, row, column))) for row in rows)


def _has_figures(plan: Plan, rows: Sequence[Row], column: Column) -> bool:
    """Tell whether most of a column's cells that hold words hold a number."""
    said = [words for row in rows if (words := _flat(cell(plan, row, column))) not in {"", "-", "–", "…", "..."}]
    known = sum(figure_of(words) is not None for words in said)
    return known > 0 and 2 * known > len(said)


def _without_sums(held: Sequence[Held]) -> Sequence[Held]:
    """Return the columns without one that adds up the others, by its name or its figures."""
    kept = [each for each in held if not _TOTAL.fullmatch(fold(str(each[0].title)))] or list(held)
    for each in kept if len(kept) > 2 else ():
        others = [values for column, values in kept if column is not each[0] and not _is_share(column)]
        if any(each[1]) and all(
            _close(own or 0.0, sum(rest)) for own, rest in zip(each[1], _across(others), strict=True)
        ):
            return [other for other in kept if other is not each]
    return kept


def _across(columns: Sequence[Sequence[float | None]]) -> Iterator[list[float]]:
    for values in zip(*columns, strict=True):
        yield [value or 0.0 for value in values]


def _close(one: float, other: float) -> bool:
    return abs(one - other) < 1e-6


def _is_share(column: Column) -> bool:
    return bool(_SHARE.fullmatch(fold(str(column.title))))


def _of_one_kind(kind: ChartKind, plan: Plan, rows: Sequence[Row], held: Sequence[Held]) -> tuple[Sequence[Held], bool]:
    """Return the columns that can stand on one scale: counts for bars, shares for lines when there are both."""
    shares = [each for each in held if _is_share(each[0]) or _all_percent(plan, rows, each[0])]
    counts = [each for each in held if each not in shares]
    wanted, other = (counts, shares) if kind is ChartKind.BARS else (shares, counts)
    chosen = wanted or other
    return chosen, bool(chosen) and chosen is shares


def _all_percent(plan: Plan, rows: Sequence[Row], column: Column) -> bool:
    said = [words for row in rows if figure_of(words := _flat(cell(plan, row, column))) is not None]
    return bool(said) and all(_SHARE.fullmatch(fold(words)) for words in said)


def _are_statuses(columns: Sequence[Column]) -> bool:
    """Tell whether the columns count works by how they stand, such as “Quá hạn” and “Chưa đến hạn, chưa thực hiện”."""
    return bool(columns) and all(fold(str(one.title).partition(",")[0]) in _STATUSES for one in columns)


def _title(columns: Sequence[Column], named: Column | None) -> str:
    overs = {_flat(column.over) for column in columns}
    about = _flat(columns[0].title) if len(columns) == 1 else overs.pop() if len(overs) == 1 else ""
    if not about and _are_statuses(columns):
        about = "tình trạng thực hiện"
    by = _lower_first(_flat(named.title)) if named else ""
    return f"Biểu đồ: {_lower_first(about) or 'số liệu của bảng trên'}{f', theo {by}' if by else ''}"


def _lower_first(words: str) -> str:
    """Return the words for the middle of a sentence; an abbreviation stays in capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
