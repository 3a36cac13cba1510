"""Reading 50,000 rows as they were seen, beside openpyxl's plain read of the same file, each in its own process."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.figure import Figure
from tests.documents.reading.sheets.made import MAIN, packed, parts

ROWS, COLUMNS, MERGED_EVERY = 50_000, 7, 4
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts><font><name val="Times New Roman"/></font></fonts>'
    "<fills><fill><patternFill/></fill></fills>"
    "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    "<cellXfs>"
    + "".join(f'<xf numFmtId="{code}" fontId="0" fillId="0" borderId="0"/>' for code in (0, 2, 14, 9))
    + "</cellXfs></styleSheet>"
)
_MEASURE = """
import json, resource, sys
from time import perf_counter
{load}
begun = perf_counter()
kept = {read}
print(json.dumps([perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000]))
"""
_OURS = _MEASURE.format(
    load="from pathlib import Path; from tthc_desktop.documents.reading.sheets.reading import read_book",
    read="read_book(Path(sys.argv[1]))",
)
_PEER = _MEASURE.format(
    load="import openpyxl",
    read="[[cell.value for cell in row] for row in openpyxl.load_workbook(sys.argv[1]).worksheets[0].iter_rows()]",
)


def run() -> Iterable[Figure]:
    """Yield seconds and the most memory, for words with merged cells and for numbers, dates and per cents."""
    with TemporaryDirectory() as folder:
        for name, held in (("chữ, có ô gộp", words()), ("số, ngày, %", numbers())):
            path = packed(Path(folder) / "bảng.xlsx", held)
            ours, theirs = measured(_OURS, path), measured(_PEER, path)
            yield Figure(f"đọc {ROWS} hàng {name}", round(ours[0], 2), "s", "openpyxl", round(theirs[0], 2))
            yield Figure("bộ nhớ lớn nhất", round(ours[1]), "MB", "openpyxl", round(theirs[1]))


def measured(code: str, path: Path) -> tuple[float, float]:
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=True)
    seconds, megabytes = json.loads(done.stdout)
    return seconds, megabytes


def words() -> dict[str, str]:
    """Return a workbook of sentences that differ from cell to cell, with two rows merged here and there."""
    said = "".join(f"<si><t>Nội dung công việc số {place}</t></si>" for place in range(ROWS * COLUMNS))
    rows = "".join(
        f'<row r="{row + 1}">' + "".join(_shared(row, column) for column in range(COLUMNS)) + "</row>"
        for row in range(ROWS)
    )
    merges = "".join(f'<mergeCell ref="B{row}:B{row + 1}"/>' for row in range(1, ROWS, MERGED_EVERY))
    held = parts(rows, f"<mergeCells>{merges}</mergeCells>") | _rest()
    return held | {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{said}</sst>'}


def _shared(row: int, column: int) -> str:
    return f'<c r="{"ABCDEFG"[column]}{row + 1}" t="s"><v>{row * COLUMNS + column}</v></c>'


def numbers() -> dict[str, str]:
    """Return a workbook of numbers whose look matters: ordinals with two decimals, days, per cents."""
    rows = "".join(
        f'<row r="{row}">' + "".join(_number(row, column) for column in range(COLUMNS)) + "</row>"
        for row in range(1, ROWS + 1)
    )
    return parts(rows) | _rest() | {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>'}


def _number(row: int, column: int) -> str:
    value = (row / 100, 45_000 + row % 700, row % 100 / 100, row * column / 3)[min(column, 3)]
    return f'<c r="{"ABCDEFG"[column]}{row}" s="{(1, 2, 3, 0)[min(column, 3)]}"><v>{value!r}</v></c>'


def _rest() -> dict[str, str]:
    """Return what openpyxl asks for besides."""
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    named = {
        "/xl/workbook.xml": f"{kinds}.sheet.main+xml",
        "/xl/worksheets/sheet1.xml": f"{kinds}.worksheet+xml",
        "/xl/styles.xml": f"{kinds}.styles+xml",
        "/xl/sharedStrings.xml": f"{kinds}.sharedStrings+xml",
    }
    said = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in named.items())
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{said}</Types>"
    )
    return {"[Content_Types].xml": types, "xl/styles.xml": _STYLES}
