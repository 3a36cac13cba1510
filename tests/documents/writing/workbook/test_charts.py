"""Charts in workbooks: drawn by the program of spreadsheets from true numbers, and no table when they come back."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook

from tests.documents.own_plans import exported, read_back, same
from tests.models.test_charts import table
from tthc_desktop.documents.writing.workbook import workbook
from tthc_desktop.documents.writing.workbook.charts import FIGURES
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import plain

TITLES = ("Đơn vị", "Tổng số", "Hoàn thành đúng hạn", "Quá hạn")
ROWS = (("Phòng Một", "1.204", "1.200", "4"), ("Phòng Hai", "3", "3", ""), ("Tổng cộng", "1.207", "1.203", "4"))


def report(*tables: Table) -> Plan:
    return Plan("p", "BÁO CÁO", plain("Kết quả quý II năm 2025"), body=tables)


def shown(kind: str = "bars", name: str = "t") -> Table:
    made = table(TITLES, ROWS, kind)
    columns = tuple(replace(one, id=f"{name}{one.id}") for one in made.columns)
    rows = tuple(
        replace(row, id=f"{name}{row.id}", cells=tuple((f"{name}{column}", words) for column, words in row.cells))
        for row in made.rows
    )
    return replace(made, id=name, columns=columns, rows=rows)


def charts(data: bytes) -> list[str]:
    with ZipFile(BytesIO(data)) as file:
        names = sorted(name for name in file.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name))
        return [file.read(name).decode() for name in names]


def test_the_figures_stand_as_numbers_on_a_sheet_of_their_own() -> None:
    sheet = load_workbook(BytesIO(workbook(report(shown()))))[FIGURES]
    found = [[cell.value for cell in row[:3]] for row in sheet.iter_rows(max_row=4)]
    assert found[0][0] == "Biểu đồ: tình trạng thực hiện, theo đơn vị"
    assert found[1:] == [
        [None, "Hoàn thành đúng hạn", "Quá hạn"],
        ["Phòng Một", 1200, 4],
        ["Phòng Hai", 3, None],
    ]


def test_bars_are_stacked_by_status_with_patterns() -> None:
    (chart,) = charts(workbook(report(shown())))
    assert '<c:barDir val="bar"/>' in chart
    assert '<c:grouping val="stacked"/>' in chart
    assert chart.count("<c:ser>") == 2
    assert 'prst="wdDnDiag"' in chart, "overdue"
    assert f"'{FIGURES}'!$A$3:$A$4" in chart
    assert f"'{FIGURES}'!$C$3:$C$4" in chart


def test_every_chart_has_figures_of_its_own() -> None:
    found = charts(workbook(report(shown(), shown("lines", "u"))))
    assert len(found) == 2
    assert "<c:lineChart>" in found[1]
    assert f"'{FIGURES}'!$A$8:$A$9" in found[1]


def test_without_charts_there_is_no_such_sheet() -> None:
    data = workbook(report(shown("")))
    assert charts(data) == []
    assert FIGURES not in load_workbook(BytesIO(data)).sheetnames


def test_a_chart_of_nothing_is_left_out() -> None:
    assert charts(workbook(report(replace(shown(), rows=())))) == []


def test_the_report_comes_back_with_its_chart_and_without_the_figures() -> None:
    plan = report(shown(), shown("lines", "u"))
    assert FIGURES in [sheet.name for sheet in exported(plan).sheets]
    own = read_back(plan)
    assert same(plan, own)
    nodes = [node for appendix in own.draft.plan.appendices for node in appendix.nodes]
    assert [node.chart for node in nodes if isinstance(node, Table)] == ["bars", "lines"]


def test_the_print_area_holds_the_chart() -> None:
    sheet = load_workbook(BytesIO(workbook(report(shown()))))["Bảng 1"]
    area = str(sheet.print_area)
    assert int(area.rpartition("$")[2]) >= 12, area


def test_lone_figures_stand_in_the_middle() -> None:
    sheet = load_workbook(BytesIO(workbook(report(shown()))))["Bảng 1"]
    seen = {cell.value: cell.alignment.horizontal for row in sheet.iter_rows() for cell in row if cell.value}
    assert (seen["1.204"], seen["4"]) == ("center", "center")
    assert seen["Phòng Một"] != "center"
