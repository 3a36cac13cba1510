"""What the layout of a plan keeps for that of the plan's next value: an edit sets only what it touches."""

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import Style
from tthc_desktop.documents.writing.pdf.chart_flow import Room, SetChart
from tthc_desktop.documents.writing.pdf.lines import Line, Paragraph, lines
from tthc_desktop.documents.writing.pdf.table import Frame, SetTable, set_table
from tthc_desktop.documents.writing.pdf.ties import bound
from tthc_desktop.models.charts import Chart
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table

_Key = tuple[Paragraph, Style, float]


class Kept:
    """Paragraphs set into lines, tables and charts of this layout; what only the one before had goes with it."""

    def __init__(self, before: "Kept | None" = None) -> None:
        self.set_lines: dict[_Key, list[Line]] = {}
        self.tables: dict[Id, SetTable] = {}
        self.charts: dict[tuple[Chart, Room], SetChart] = {}
        self._lines_before = before.set_lines if before else {}
        self._tables_before = before.tables if before else {}
        self._charts_before = before.charts if before else {}

    def lines(self, words: Paragraph, style: Style, width: float) -> list[Line]:
        """Return a paragraph set into lines."""
        key = (words, style, width)
        found = self.set_lines.get(key) or self._lines_before.get(key)
        if found is None:
            size = style.size
            found = lines(bound(words), width / size, indent=style.indent / size, shrink=style.shrink)
        self.set_lines[key] = found
        return found

    def table(self, plan: Plan, table: Table, rules: Rules, frame: Frame) -> SetTable:
        """Return a table that sets anew only the rows that differ from the table before."""
        made = set_table(plan, table, rules, frame, self._tables_before.get(table.id))
        self.tables[table.id] = made
        return made

    def chart(self, chart: Chart, rules: Rules, room: Room) -> SetChart:
        """Return a chart as it is drawn; one with the same figures is not drawn again."""
        key = (chart, room)
        made = self.charts.get(key) or self._charts_before.get(key) or SetChart(chart, rules, room)
        self.charts[key] = made
        return made

    def settle(self) -> None:
        """Let go of what only the layout before had."""
        self._lines_before, self._tables_before, self._charts_before = {}, {}, {}
