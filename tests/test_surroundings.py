"""What is said when an office is opened: its place, other copies beside it, a clock that was set back."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.storage.samples import add, sample_plan
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import make
from tthc_desktop.surroundings import warnings

NOW = datetime(2026, 11, 27, 10, 0, tzinfo=timezone(timedelta(hours=7)))


def test_nothing_is_said_of_a_new_office_on_an_own_disk(tmp_path: Path) -> None:
    with Office.open(tmp_path / "office.tthc") as office:
        assert not [*warnings(office, NOW)]


@pytest.mark.parametrize("is_there", [False, True])
def test_an_empty_office_with_backups_of_one_that_was_not_is_said(tmp_path: Path, is_there: bool) -> None:
    path = tmp_path / "office.tthc"
    with Office.open(path) as office:
        assert make(path, Reason.DAY, NOW - timedelta(days=2)).backup
        assert not [*warnings(office, NOW)], "an empty backup tells of nothing lost"
        add(office, sample_plan())
        made = make(path, Reason.DAY, NOW - timedelta(days=1))
        assert not [*warnings(office, datetime.now().astimezone())]
    path.unlink()
    if is_there:
        path.touch()
    with Office.open(path) as office:
        (said,) = warnings(office, NOW)
        assert "lúc 10:00 26/11/2026 với 1 kế hoạch" in said.what
        assert "Quay về bản này" in said.advice
    assert made.path.exists()


@pytest.mark.parametrize(("days", "said"), [(0, 0), (3, 1)])
def test_a_clock_that_was_set_back_is_said(tmp_path: Path, days: int, said: int) -> None:
    with Office.open(tmp_path / "office.tthc") as office:
        add(office, sample_plan())
        written = office.last_written()
        assert written is not None
        found = [*warnings(office, (written - timedelta(days=days)).astimezone(NOW.tzinfo))]

    assert len(found) == said
    assert all("Đồng hồ máy" in one.what for one in found)


def test_changes_go_on_with_a_clock_that_was_set_back(tmp_path: Path) -> None:
    with Office.open(tmp_path / "office.tthc") as office:
        days = iter((20, 10, 15))
        office._library._clock = lambda: datetime(2026, 11, next(days), tzinfo=UTC)
        for _ in range(3):
            add(office, sample_plan())
        assert [entry.at.day for entry in office.history()] == [15, 10, 20]
        office._library._clock = lambda: datetime(2026, 11, 1, tzinfo=UTC)
        office.undo()
        office.undo()
        office.redo()
        assert len(office.plans) == 2


def test_all_that_is_wrong_is_said(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "Dropbox" / "office (conflicted copy).tthc").touch()
    with Office.open(tmp_path / "Dropbox" / "office.tthc") as office:
        found = [str(one) for one in warnings(office, NOW)]

    assert ["Dropbox" in one for one in found] == [True, False]
    assert "conflicted copy" in found[1]
