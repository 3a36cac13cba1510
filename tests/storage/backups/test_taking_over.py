"""A backup becomes the office's file: whatever happens, the former one is kept and one of both is there."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.ui.papers import little_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import at, make, restore
from tthc_desktop.storage.backups.taking_over import take_over

AT = datetime(2026, 11, 27, 8, 30).astimezone()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return the file of an office that had a plan when it was backed up, and has lost it since."""
    path = tmp_path / "van-phong.tthc"
    with Office.open(path) as opened:
        opened.change(Change("Thêm", ((None, little_plan()),)))
        make(path, Reason.ASKED, AT)
        opened.change(Change("Xóa", ((opened.plans["p1"], None),)))
    return path


@pytest.fixture
def ready(office: Path) -> Path:
    """Return the backup, restored beside the office."""
    found = office.with_name("khoi-phuc.tthc")
    backup = next(office.parent.glob("*.sao-luu/*.tthc"))
    restore(at(backup), found)
    return found


def plans(path: Path) -> dict[str, Plan]:
    with Office.open(path) as opened:
        return dict(opened.plans)


def test_the_backup_takes_the_place_and_the_former_file_is_kept(office: Path, ready: Path) -> None:
    former = take_over(office, ready, AT)
    assert former == office.with_name("van-phong.truoc-2026-11-27-083000.tthc")
    assert plans(office) == {"p1": little_plan()}
    assert plans(former) == {}
    assert not ready.exists()


def test_no_former_file_is_written_over(office: Path, ready: Path) -> None:
    there = office.with_name("van-phong.truoc-2026-11-27-083000.tthc")
    there.write_bytes(b"cu hon")
    former = take_over(office, ready, AT)
    assert former == office.with_name("van-phong.truoc-2026-11-27-083000-2.tthc")
    assert there.read_bytes() == b"cu hon"


def test_an_office_that_is_not_there_needs_no_former_file(office: Path, ready: Path) -> None:
    office.unlink()
    assert take_over(office, ready, AT) is None
    assert plans(office) == {"p1": little_plan()}


def test_an_open_office_is_refused_and_stays(office: Path, ready: Path) -> None:
    with Office.open(office) as opened:
        with pytest.raises(UserError, match="đang được mở"):
            take_over(office, ready, AT)
        assert dict(opened.plans) == {}
    assert ready.exists()
    assert list(office.parent.glob("*truoc*")) == []


def crashed(office: Path) -> None:
    """Leave what was written last in the file's log, as a process does that dies."""
    other = office.with_name("copy.tthc")
    with closing(sqlite3.connect(office)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("CREATE TABLE written_last (word TEXT)")
        connection.commit()
        data = {end: office.with_name(office.name + end).read_bytes() for end in ("", "-wal")}
    for end, held in data.items():
        other.with_name(office.name + end).write_bytes(held)


def has_last_word(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'written_last'").fetchone()[0])


def test_what_lies_in_the_logs_is_kept_with_the_former_file_and_never_meets_the_new_one(
    office: Path, ready: Path
) -> None:
    crashed(office)
    assert office.with_name(f"{office.name}-wal").stat().st_size > 0
    former = take_over(office, ready, AT)
    assert former is not None
    assert has_last_word(former)
    assert not has_last_word(office)
    assert plans(office) == {"p1": little_plan()}


def fail(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("broken", ["os.link", "shutil.copyfile"])
def test_a_disk_without_second_names_gets_a_copy_and_a_full_one_changes_nothing(
    office: Path, ready: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    monkeypatch.setattr(broken, fail)
    if broken == "os.link":
        former = take_over(office, ready, AT)
        assert former is not None
        assert plans(former) == {}
    else:
        crashed(office)
        with pytest.raises(UserError):
            take_over(office, ready, AT)
        assert has_last_word(office)
        assert list(office.parent.glob("*truoc*")) == []


def test_a_crash_before_the_last_step_leaves_the_office_as_it_was(
    office: Path, ready: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed(office)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UserError):
        take_over(office, ready, AT)
    monkeypatch.undo()
    assert has_last_word(office), "what lay in the log is in the file by now"
    assert take_over(office, ready, AT) is not None
    assert plans(office) == {"p1": little_plan()}
