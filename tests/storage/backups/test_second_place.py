"""The second place: brought up to date, made up for when it was away, locked by a password if the office wants."""

import errno
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.storage.samples import add, rename, sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.office import Office
from tthc_desktop.safekeeping import second_place
from tthc_desktop.storage import backups
from tthc_desktop.storage.backups.backing_up import back_up
from tthc_desktop.storage.backups.choices import choices_of
from tthc_desktop.storage.backups.putting import put
from tthc_desktop.storage.backups.second_place import choose_second, is_there, make_up, protect, unprotect

AT = datetime(2026, 11, 27, 10, 15, tzinfo=UTC)
DAY = timedelta(days=1)
PASSWORD = "mật khẩu của phòng 2026"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "cơ quan.tthc"
    with Office.open(path) as office:
        add(office, sample_plan())
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "usb"
    stick.mkdir()
    return stick


def grow(path: Path, day: int) -> backups.Stored:
    with Office.open(path) as office:
        rename(office, next(iter(office.plans)), f"Ngày {day}")
    made = back_up(path, Reason.DAY, AT + day * DAY)
    assert made is not None
    return made


def second(path: Path) -> list[backups.Stored]:
    return [one for one in backups.listed(path) if one.second]


def test_nothing_is_copied_where_no_second_place_is_chosen(path: Path) -> None:
    grow(path, 1)
    assert make_up(path, AT) == 0
    assert not second(path)


def test_the_second_place_gets_what_the_first_has(path: Path, stick: Path) -> None:
    choose_second(path, stick)
    one, two = grow(path, 1), grow(path, 2)
    assert make_up(path, AT + 2 * DAY) == 2
    assert [there.path.name for there in second(path)] == [two.path.name, one.path.name]
    assert all(backups.check(there) == () for there in second(path))
    assert make_up(path, AT + 2 * DAY) == 0


def test_it_is_made_up_for_when_it_is_back(path: Path, stick: Path) -> None:
    choose_second(path, stick)
    grow(path, 1)
    make_up(path, AT + DAY)
    away = stick.rename(stick.with_name("rút ra"))
    grow(path, 2)
    assert not is_there(path, choices_of(path))
    assert make_up(path, AT + 2 * DAY) == 0
    stick.mkdir()
    assert make_up(path, AT + 2 * DAY) == 0, "another stick at the same place is not ours"
    assert list(stick.iterdir()) == []
    stick.rmdir()
    away.rename(stick)
    grow(path, 3)
    assert make_up(path, AT + 3 * DAY) == 2
    assert len(second(path)) == 3


def test_two_offices_of_one_name_share_a_place(tmp_path: Path, stick: Path) -> None:
    paths = [tmp_path / name / "van-phong.tthc" for name in ("một", "hai")]
    for path in paths:
        path.parent.mkdir()
        with Office.open(path) as office:
            add(office, sample_plan())
        back_up(path, Reason.DAY, AT)
        choose_second(path, stick)
        assert make_up(path, AT) == 1
    assert len(list(stick.iterdir())) == 2
    assert [len(second(path)) for path in paths] == [1, 1]


def test_a_place_that_cannot_be_written_is_not_chosen(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "tệp"
    blocked.write_bytes(b"")
    for place in (blocked, tmp_path / "không có"):
        with pytest.raises(UserError):
            choose_second(path, place)
    assert choices_of(path).second is None


def test_years_in_the_second_place_stay_few_too(path: Path, stick: Path) -> None:
    choose_second(path, stick)
    for day in range(24):
        grow(path, day)
        make_up(path, AT + day * DAY)
    assert 14 <= len(second(path)) < 20
    assert make_up(path, AT + 23 * DAY) == 0


def lock_up(path: Path, stick: Path) -> backups.Stored:
    """Return a backup in a second place that is locked."""
    choose_second(path, stick)
    protect(path, PASSWORD)
    grow(path, 1)
    make_up(path, AT + DAY)
    (locked,) = second(path)
    return locked


def test_a_locked_backup_opens_with_its_password_only(path: Path, stick: Path, tmp_path: Path) -> None:
    locked = lock_up(path, stick)
    made = backups.listed(path)[0] if not backups.listed(path)[0].second else backups.listed(path)[1]
    assert locked.path.name == f"{made.path.name}.age"
    assert locked.backup
    assert made.backup
    assert (locked.backup.encrypted, locked.backup.content.titles) == (True, ())
    assert locked.backup.digest == made.backup.digest
    with pytest.raises(UserError, match="có mật khẩu"):
        backups.read(locked)
    with pytest.raises(UserError, match="không đúng"):
        backups.restore(locked, tmp_path / "mới.tthc", PASSWORD.upper())
    assert not list(tmp_path.glob("mới*"))
    for one in backups.folder_of(path).iterdir():
        one.unlink()  # the computer is lost, the stick is left
    backups.restore(locked, tmp_path / "mới.tthc", PASSWORD)
    with Office.open(tmp_path / "mới.tthc") as office:
        assert [str(plan.title) for plan in office.plans.values()] == ["Ngày 1"]
    next(locked.path.parent.glob("khoa-*.age")).unlink()
    with pytest.raises(UserError, match="Không có tệp khóa"):
        backups.read(locked, PASSWORD)


def test_a_password_opens_however_a_keyboard_puts_its_letters_together(path: Path, stick: Path, tmp_path: Path) -> None:
    words = "Bình Định # số 7 ệ"
    choose_second(path, stick)
    protect(path, normalize("NFD", words))
    assert back_up(path, Reason.ASKED, AT)
    second_place(path)
    by_password = put(path, tmp_path, AT, normalize("NFD", words))
    for locked in (*second(path), by_password):
        assert backups.read(locked, normalize("NFC", words)).plans


def test_nothing_of_the_office_nor_the_password_can_be_read_on_the_stick(path: Path, stick: Path) -> None:
    locked = lock_up(path, stick)
    written = [one for one in (*stick.rglob("*"), *path.parent.glob("*.sao-luu/*")) if one.is_file()]
    assert locked.path in written
    for one in written:
        assert PASSWORD.encode() not in one.read_bytes()
    for one in (one for one in stick.rglob("*") if one.is_file()):
        for secret in ("Ngày 1", "Rà soát", "AGE-SECRET-KEY"):
            assert secret.encode() not in one.read_bytes()
    data = bytearray(locked.path.read_bytes())
    data[len(data) // 2] ^= 1
    locked.path.write_bytes(data)
    said = backups.check(locked, PASSWORD)
    assert any("bị thay đổi hoặc hỏng" in one for one in said)
    assert any("không giải mã được" in one for one in said)


def test_what_was_copied_before_there_was_a_password_is_locked_too(path: Path, stick: Path) -> None:
    choose_second(path, stick)
    for day in (1, 2):
        grow(path, day)
        make_up(path, AT + day * DAY)
    plain = second(path)
    protect(path, PASSWORD)
    assert make_up(path, AT + 3 * DAY) == 0
    locked = second(path)
    assert [one.path.name for one in locked] == [f"{one.path.name}.age" for one in plain]
    assert all(backups.check(one, PASSWORD) == () for one in locked)
    assert not any(b"SQLite format" in one.read_bytes() for one in stick.rglob("*") if one.is_file())
    assert not any("Ngày 1".encode() in one.read_bytes() for one in stick.rglob("*") if one.is_file())


def test_a_stick_that_was_pulled_out_is_named_when_a_backup_on_it_is_wanted(
    path: Path, stick: Path, tmp_path: Path
) -> None:
    choose_second(path, stick)
    grow(path, 1)
    make_up(path, AT + DAY)
    (there,) = second(path)
    stick.rename(tmp_path / "away")
    for want in (backups.check, backups.read, lambda one: backups.restore(one, tmp_path / "new.tthc")):
        with pytest.raises(UserError, match=r"Không thấy bản sao lưu .* nữa.*cắm lại USB"):
            want(there)
    assert not (tmp_path / "new.tthc").exists()


def test_another_password_opens_what_comes_after_it(path: Path, stick: Path) -> None:
    older = lock_up(path, stick)
    protect(path, "thứ hai")
    grow(path, 2)
    make_up(path, AT + 2 * DAY)
    newer = second(path)[0]
    assert backups.check(newer, "thứ hai") == ()
    assert older in second(path)
    unprotect(path)
    grow(path, 3)
    make_up(path, AT + 3 * DAY)
    assert [one.path.suffix for one in second(path)] == [".tthc", ".age", ".age"]


def test_whatever_a_stick_has_against_it_is_told(path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_second(path, stick)
    made = grow(path, 1)

    def pulled_out(*_: object) -> None:
        raise OSError(errno.ENODEV, "No such device")

    monkeypatch.setattr("shutil.copyfile", pulled_out)
    done = second_place(path)
    assert done.trouble is not None
    assert "Chưa chép được sang nơi sao lưu thứ hai." in done.trouble.what
    monkeypatch.undo()
    assert second_place(path).words == "đã chép 1 bản sang nơi thứ hai"
    assert [one.path.name for one in second(path)] == [made.path.name]
