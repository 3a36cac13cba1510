"""Sound .xls files that the usual reader takes for damaged: an emoji on the border of two records of words."""

import subprocess
from pathlib import Path

import pytest
import xlsxwriter

from tthc_desktop.documents.reading.sheets.reading import read_book

_ROWS = 400
_SMILES = "\U0001f600" * 60


def made(folder: Path, shift: int) -> Path:
    """Write a workbook whose words cross many borders, and turn it into .xls."""
    path = folder / f"nhiều biểu tượng {shift}.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Bảng 1")
        sheet.write_row(0, 0, ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Tỷ lệ"])
        percent = workbook.add_format({"num_format": "0%"})
        for row in range(1, _ROWS):
            sheet.write_row(row, 0, [row, f"{'a' * shift}Việc {row} {_SMILES}", f"Phòng {row}"])
            sheet.write_number(row, 3, 0.5, percent)
        sheet.merge_range("C3:C5", "Phòng chung")
        workbook.add_worksheet("Ẩn").hide()
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xls", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return path.with_suffix(".xls")


@pytest.mark.needs("soffice")
def test_an_emoji_between_two_records_does_not_make_a_file_damaged(tmp_path: Path) -> None:
    for shift in (0, 1):
        book = read_book(made(tmp_path, shift))
        whole, *others = book.problems
        assert (whole.sheet, whole.cell) == ("", "")
        assert ".xlsx" in whole.text
        rows = book.sheets[0].rows
        assert len(rows) == _ROWS
        wrong = {
            cell.address
            for row, (_, cell, *_rest) in enumerate(rows)
            if row and cell.words != f"{'a' * shift}Việc {row} {_SMILES}"
        }
        assert {problem.cell for problem in others} == wrong
        assert len(wrong) < 20
        assert [row[2].words for row in rows[2:5]] == ["Phòng chung"] * 3
        assert rows[1][3].number == pytest.approx(0.5)
