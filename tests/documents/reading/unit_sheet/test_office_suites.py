"""Sheets that LibreOffice saved, in its own form and in those of Excel."""

import subprocess
from pathlib import Path

import pytest

from tests.documents.reading.unit_sheet.files import edited, put, returned, words_of, written
from tests.unit_sheets import DONE, sent, share
from tthc_desktop.models.progress.values import Field, Status

pytestmark = pytest.mark.needs("soffice")


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_what_a_unit_filled_in_survives_libreoffice(kind: str, tmp_path: Path) -> None:
    long = {**DONE, Field.RESULT: "😀 Kết quả  dài\n" + "Kết quả  dài\n" * 1000 + "hết"}
    said = {"work1.10": DONE, "work2.2": long}
    path = edited(written(tmp_path, said), put(I8="Đang thực hiện", J8=0.25, M11="05/08/2025"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path / "ra"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    sheet = returned(tmp_path / "ra" / f"bảng.{kind}")
    assert sheet.sent == sent(share(), said)
    assert sheet.problems == ()
    assert words_of(sheet) == {
        "work1.1": {Field.STATUS: Status.DOING.value, Field.PERCENT: "25"},
        "work1.10": DONE,
        "work2.1": {Field.DAY: "2025-08-05"},
        "work2.2": {**long, Field.RESULT: "😀 Kết quả dài\n" + "Kết quả dài\n" * 1000 + "hết"},
    }
    assert [row.locked for row in sheet.rows] == [row.words for row in share().rows if row.work_id]
    assert [row.row for row in sheet.rows] == [8, 9, 11, 12]
