"""A file whose very names of tables are damaged: SQLite complains of it in bytes that are no text."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.ui.papers import little_plan
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import check, make


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "van-phong.tthc"
    with Office.open(path) as opened:
        opened.change(Change("Thêm", ((None, little_plan()),)))
    return path


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    table = data.index(b"CREATE TABLE known_headings")
    data[data.index(b"(64)", table) + 3] = 0xC1
    path.write_bytes(data)


def test_a_backup_that_is_damaged_so_is_told(office: Path) -> None:
    stored = make(office, Reason.DAY, datetime(2026, 11, 27, 8, 0, tzinfo=UTC))
    assert check(stored) == ()
    spoil(stored.path)
    assert "Tệp sao lưu đã bị thay đổi hoặc hỏng từ lúc ghi." in check(stored)
