"""A damaged office goes on from a backup or from what was saved of it; the damaged file stays."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.storage.samples import add, sample_plan
from tests.storage.test_checking import lived_in
from tests.storage.test_repairing import held, wipe
from tthc_desktop.errors import DamagedError, UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import make
from tthc_desktop.storage.checking import checked
from tthc_desktop.storage.rescuing import newest_sound, put_backup_in_place, put_repaired_in_place

NOW = datetime(2026, 11, 27, 3, 0, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return Path(shutil.copy(lived_in(), tmp_path / "office.tthc"))


def damage(office: Path) -> bytes:
    """Damage the pages of every table, and return the file as it is then."""
    wipe(office, *range(4096 * 14, 4096 * 30, 4096))
    with pytest.raises(DamagedError):
        Office.open(office)
    return office.read_bytes()


def test_a_repaired_file_takes_the_place_of_the_damaged_one_which_stays(office: Path) -> None:
    whole = held(office)
    damaged = damage(office)

    rescue = put_repaired_in_place(office, NOW)

    assert rescue.damaged.read_bytes() == damaged
    assert rescue.damaged.name.startswith("office.hong-2026-11-27-")
    assert rescue.repair is not None
    assert held(office) == whole
    assert checked(office) == ()
    assert not list(office.parent.glob("*thay-the*"))


def test_the_newest_backup_that_is_sound_takes_its_place(office: Path) -> None:
    whole = held(office)
    make(office, Reason.DAY, datetime(2026, 11, 25, 8, 0, tzinfo=UTC))
    with Office.open(office) as opened:
        add(opened, sample_plan())
    bad = make(office, Reason.DAY, datetime(2026, 11, 26, 8, 0, tzinfo=UTC))
    bad.path.write_bytes(bad.path.read_bytes()[:-5000])
    damaged = damage(office)

    stored = newest_sound(office)
    assert stored is not None
    rescue = put_backup_in_place(office, stored, NOW)

    assert rescue.damaged.read_bytes() == damaged
    assert held(office) == whole


def test_without_any_backup_there_is_none(office: Path) -> None:
    assert newest_sound(office) is None


def test_where_nothing_can_be_saved_all_stays_as_it_was(office: Path) -> None:
    office.write_bytes(b"x" * 50_000)

    with pytest.raises(UserError, match="Không đọc được nội dung nào"):
        put_repaired_in_place(office, NOW)

    assert office.read_bytes() == b"x" * 50_000
    assert {path.name for path in office.parent.iterdir()} <= {"office.tthc", "office.tthc.lock"}


def test_an_office_that_is_open_elsewhere_is_left_alone(office: Path) -> None:
    with Office.open(office), pytest.raises(UserError, match="đang được mở"):
        put_repaired_in_place(office, NOW)


def test_two_rescues_in_one_second_keep_both_damaged_files(office: Path) -> None:
    asides = set()
    for _ in range(2):
        damage(office)
        asides.add(put_repaired_in_place(office, NOW).damaged)

    assert len(asides) == 2
    assert all(path.exists() for path in asides)
