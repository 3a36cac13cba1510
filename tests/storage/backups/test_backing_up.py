"""A backup from its wish to its end: nothing twice, no leftovers, room on a full disk, never without a good one."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.samples import add, rename, sample_plan
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.office import Office
from tthc_desktop.storage import backups, trouble
from tthc_desktop.storage.backups import backing_up, making
from tthc_desktop.storage.backups.backing_up import back_up
from tthc_desktop.storage.backups.folders import card_of
from tthc_desktop.storage.backups.tidying import make_room

AT = datetime(2026, 11, 27, 10, 15, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "cơ quan.tthc"
    with Office.open(path) as office:
        add(office, sample_plan())
    return path


def change(path: Path, title: str) -> None:
    with Office.open(path) as office:
        rename(office, next(iter(office.plans)), title)


def made(path: Path, reason: Reason, at: datetime) -> backups.Stored:
    stored = back_up(path, reason, at)
    assert stored is not None
    return stored


def test_the_same_content_is_kept_once_unless_it_is_asked_for(path: Path) -> None:
    first = made(path, Reason.DAY, AT)
    assert made(path, Reason.CLOSE, AT + DAY) == first
    asked = made(path, Reason.ASKED, AT + DAY)
    assert asked != first
    change(path, "Tên mới")
    other = made(path, Reason.IMPORT, AT + 2 * DAY)
    assert set(backups.listed(path)) == {other, asked, first}


def test_a_rotten_backup_of_the_same_content_does_not_count(path: Path) -> None:
    first = made(path, Reason.DAY, AT)
    data = bytearray(first.path.read_bytes())
    data[-1] ^= 1
    first.path.write_bytes(data)
    again = made(path, Reason.CLOSE, AT + DAY)
    assert again != first
    assert backups.check(again) == ()


def test_an_empty_office_needs_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "mới.tthc"
    Office.open(path).close()
    assert back_up(path, Reason.DAY, AT) is None
    assert not backups.folder_of(path).exists()


def test_what_a_dead_process_left_is_taken_away(path: Path) -> None:
    first = made(path, Reason.DAY, AT)
    folder = backups.folder_of(path)
    (folder / "2026-11-26-101500-day.tthc.dang-ghi").write_bytes(b"half")
    (folder / "2026-11-26-101500-day.tthc.json").write_bytes(b"{}")
    (folder / "thư của văn thư.txt").write_bytes(b"of the office")
    change(path, "Tên mới")
    second = made(path, Reason.CLOSE, AT + DAY)
    names = {one.name for one in folder.iterdir()} - {".khoa"}
    both = {each for one in (first, second) for each in (one.path.name, card_of(one.path).name)}
    assert names == {*both, "thư của văn thư.txt"}


def test_years_of_backups_stay_few(path: Path) -> None:
    for day in range(30):
        change(path, f"Ngày {day}")
        made(path, Reason.DAY, AT + day * DAY)
    left = [one.backup.at for one in backups.listed(path) if one.backup]
    assert left[:14] == [AT + day * DAY for day in range(29, 15, -1)]
    assert 14 < len(left) < 20
    assert not list(backups.folder_of(path).glob("*.dang-ghi"))


def test_the_last_good_one_outlives_any_number_of_a_shrunken_office(path: Path) -> None:
    for number in range(8):
        change(path, f"Nhiều {number}")
    good = made(path, Reason.CLOSE, AT)
    path.unlink()
    with Office.open(path) as office:
        add(office, sample_plan(1))
    for day in range(18):
        with Office.open(path) as office:
            office.undo()
            add(office, sample_plan(1))
        made(path, Reason.DAY, AT + timedelta(days=1, minutes=day))
    assert good in backups.listed(path)
    assert len(backups.listed(path)) <= 12


def test_a_rotten_one_is_not_taken_for_the_last_good_one(path: Path) -> None:
    older = made(path, Reason.DAY, AT)
    change(path, "Tên mới")
    newer = made(path, Reason.DAY, AT + DAY)
    data = bytearray(newer.path.read_bytes())
    data[5000] ^= 1
    newer.path.write_bytes(data)
    damage(path)
    worst = made(path, Reason.DAY, AT + 2 * DAY)
    assert worst.backup
    assert worst.backup.sound is False
    assert set(backups.listed(path)) == {worst, newer, older}
    size = older.path.stat().st_size
    assert make_room(backups.folder_of(path), AT + 2 * DAY, 2 * size, 0)
    assert backups.listed(path) == (older,)


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(data)


def fill(monkeypatch: pytest.MonkeyPatch, folder: Path, room: int) -> None:
    """Let a disk have room for so many bytes of backups."""
    copy = making._copy

    def used() -> int:
        return sum(one.stat().st_size for one in folder.glob("*.tthc"))

    def copied(source: object, part: Path) -> None:
        copy(source, part)  # type: ignore[arg-type]
        if used() + part.stat().st_size > room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    class Usage:
        @property
        def free(self) -> int:
            return room - used()

    monkeypatch.setattr(making, "_copy", copied)
    monkeypatch.setattr(backing_up, "_MARGIN", 0)
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage())


def test_on_a_full_disk_the_oldest_make_room(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(path, Reason.DAY, AT)
    size = first.path.stat().st_size
    fill(monkeypatch, backups.folder_of(path), size * 4)
    for day in range(1, 8):
        change(path, f"Ngày {day}")
        assert made(path, Reason.DAY, AT + day * DAY) in backups.listed(path)
    left = [one.backup.at for one in backups.listed(path) if one.backup]
    assert left[0] == AT + 7 * DAY
    assert 1 < len(left) <= 4


def test_where_no_room_can_be_made_nothing_goes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(path, Reason.DAY, AT)
    change(path, "Hai")
    second = made(path, Reason.DAY, AT + DAY)
    change(path, "Ba")
    fill(monkeypatch, backups.folder_of(path), first.path.stat().st_size // 2)
    with pytest.raises(trouble.NoRoomError, match="hết chỗ"):
        back_up(path, Reason.DAY, AT + 2 * DAY)
    assert backups.listed(path) == (second, first)
    assert make_room(backups.folder_of(path), AT, 10**9, 0) is False


def test_backups_that_are_wanted_at_once_are_made_one_after_the_other(path: Path) -> None:
    with ThreadPoolExecutor(4) as workers:
        found = list(workers.map(lambda _: back_up(path, Reason.ASKED, AT), range(8)))
    assert len({one.path for one in found if one}) == 8
    assert set(backups.listed(path)) == set(found)
    assert all(backups.check(one) == () for one in found if one)
