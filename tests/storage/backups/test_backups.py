"""Backups made, listed, checked, read and restored, of a real office that is open meanwhile."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from tests.storage.samples import add, rename, sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.office import Office
from tthc_desktop.storage import backups
from tthc_desktop.storage.backups.folders import card_of
from tthc_desktop.storage.backups.making import Moment, make_of
from tthc_desktop.storage.backups.putting import put
from tthc_desktop.storage.repairing import repaired

AT = datetime(2026, 11, 27, 10, 15, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "văn phòng.tthc"


@pytest.fixture
def office(path: Path) -> Iterator[Office]:
    with Office.open(path) as office:
        yield office


def whole(office: Office) -> Holdings:
    return office.holdings


def test_a_backup_holds_all_and_says_what(office: Office, path: Path) -> None:
    first, second = add(office, sample_plan()), add(office, sample_plan(5))
    kept = office.keep_file(b"%PDF-1.7 da ky")
    made = backups.make(path, Reason.ASKED, AT)
    assert made.path.parent == backups.folder_of(path) == path.with_name("văn phòng.sao-luu")
    card = made.backup
    assert card is not None
    assert (card.at, card.reason, card.sound, card.encrypted, made.trouble) == (AT, Reason.ASKED, True, False, "")
    assert (card.content.plans, card.content.tasks, card.content.files, card.content.entries) == (2, 8, 1, 2)
    assert card.content.titles == (str(second.title), str(first.title))
    assert card.size == made.path.stat().st_size
    assert backups.listed(path) == (made,)
    assert backups.check(made) == ()
    assert backups.read(made) == office.holdings
    assert backups.kept_files(made, [kept, "0" * 64]) == {kept: b"%PDF-1.7 da ky"}


def test_a_backup_is_of_one_moment_whatever_is_written_meanwhile(office: Office, path: Path) -> None:
    plan = add(office, sample_plan())
    with closing(Moment(path)) as moment:
        rename(office, plan.id, "Tên mới")
        made = make_of(moment, Reason.IMPORT, AT, backups.folder_of(path))
        assert moment.digest() == made.backup.digest if made.backup else False
    assert backups.read(made).plans == {plan.id: plan}
    assert office.undo_label == "Đổi tên thành Tên mới"


def test_backups_are_made_while_another_thread_writes(office: Office, path: Path) -> None:
    plan = add(office, sample_plan(200))
    found: list[backups.Stored] = []
    worker = Thread(target=lambda: found.extend(backups.make(path, Reason.DAY, AT) for _ in range(5)))
    worker.start()
    number = 0
    while worker.is_alive() or number < 20:
        rename(office, plan.id, f"Tên {number}")
        number += 1
    worker.join()
    assert len({one.path for one in found}) == 5
    for one in found:
        assert one.backup
        assert one.backup.sound
        assert backups.check(one) == ()


def test_equal_content_has_an_equal_digest_and_any_change_another(office: Office, path: Path) -> None:
    plan = add(office, sample_plan())
    digests = [backups.make(path, Reason.DAY, AT).backup]
    digests.append(backups.make(path, Reason.DAY, AT).backup)
    rename(office, plan.id, "Tên mới")
    digests.append(backups.make(path, Reason.DAY, AT).backup)
    one, same, other = (card.digest for card in digests if card)
    assert one == same != other


def test_a_backup_restores_into_a_new_file_and_never_over_one(office: Office, path: Path, tmp_path: Path) -> None:
    plan = add(office, sample_plan())
    made = backups.make(path, Reason.DAY, AT)
    rename(office, plan.id, "Tên mới")
    new = tmp_path / "khôi phục.tthc"
    backups.restore(made, new)
    with Office.open(new) as other:
        assert other.plans == {plan.id: plan}
        assert other.undo_label == "Thêm kế hoạch"
    before = new.read_bytes()
    for taken in (new, path):
        with pytest.raises(UserError, match="Đã có tệp"):
            backups.restore(made, taken)
    assert new.read_bytes() == before
    with pytest.raises(UserError, match="Không có thư mục"):
        backups.restore(made, tmp_path / "không có" / "mới.tthc")
    assert backups.check(made) == ()


def test_the_log_of_a_file_that_is_gone_is_never_written_into_what_is_restored(path: Path, tmp_path: Path) -> None:
    with Office.open(path) as office:
        plan = add(office, sample_plan())
        made = backups.make(path, Reason.ASKED, AT)
        rename(office, plan.id, "Tên mới")
        log = path.with_name(path.name + "-wal").read_bytes()
    path.unlink()
    path.with_name(path.name + "-wal").write_bytes(log)
    elsewhere = tmp_path / "khác.tthc"
    backups.restore(made, elsewhere)
    for attempt in (
        lambda: backups.restore(made, path),
        lambda: repaired(made.path, path, AT),
        lambda: put(elsewhere, path, AT),
    ):
        with pytest.raises(UserError, match=r"còn tệp “văn phòng\.tthc-wal”"):
            attempt()
        assert not path.exists()


def test_a_backup_of_an_older_version_is_read_and_restored(path: Path, tmp_path: Path) -> None:
    old = Path(__file__).parents[2] / "data" / "offices" / "0001.tthc"
    path.write_bytes(old.read_bytes())
    made = backups.make(path, Reason.UPGRADE, AT)
    assert made.backup
    assert (made.backup.version, made.backup.sound) == ("0001", True)
    held = backups.read(made)
    assert len(held.plans) == made.backup.content.plans > 0
    assert backups.check(made) == ()
    backups.restore(made, tmp_path / "mới.tthc")
    with Office.open(tmp_path / "mới.tthc") as office:
        assert office.holdings == held


def test_a_changed_byte_in_a_text_is_found(office: Office, path: Path) -> None:
    add(office, sample_plan())
    made = backups.make(path, Reason.DAY, AT)
    data = bytearray(made.path.read_bytes())
    at = data.index("Rà soát, công bố".encode())
    data[at] ^= 1
    made.path.write_bytes(data)
    (again,) = backups.listed(path)
    assert again.trouble == ""
    assert "Tệp sao lưu đã bị thay đổi hoặc hỏng từ lúc ghi." in backups.check(again)
    assert "Nội dung trong tệp sao lưu không còn đúng như lúc ghi." in backups.check(again)


def test_a_letter_that_changes_in_the_office_itself_makes_no_good_backup(path: Path) -> None:
    with Office.open(path) as office:
        plan = add(office, sample_plan())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE tasks SET lead = 'Sở K' WHERE id = ?", (next(iter(plan.tasks)),))
        connection.commit()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    made = backups.make(path, Reason.DAY, AT)
    assert made.backup
    assert made.backup.sound is False
    assert any("Sở K" in said for said in backups.check(made))


def test_a_kept_file_that_rots_is_found(office: Office, path: Path) -> None:
    office.keep_file(b"%PDF-1.7 ban da ky")
    made = backups.make(path, Reason.DAY, AT)
    made.path.write_bytes(made.path.read_bytes().replace(b"ban da ky", b"ban da kz"))
    assert "Có 1 tệp lưu kèm (bản đã ký, minh chứng) bị hỏng." in backups.check(made)


@pytest.mark.parametrize("end", [0, 1, 100, 4096, 20_000])
def test_a_backup_that_was_cut_short_is_told(office: Office, path: Path, end: int) -> None:
    add(office, sample_plan())
    made = backups.make(path, Reason.DAY, AT)
    made.path.write_bytes(made.path.read_bytes()[:end])
    (again,) = backups.listed(path)
    assert "không còn đúng kích thước" in again.trouble
    assert len(backups.check(again)) > 1
    with pytest.raises(UserError):
        backups.read(again)


@pytest.mark.parametrize(
    "card", [b"", b"{", b"[]", b"{}", b"\xff\xfe", b'{"at": 1}', b"null", b"[" * 100_000, b'{"content": {"titles": 1}}']
)
def test_a_backup_without_a_readable_card_is_still_good(office: Office, path: Path, card: bytes) -> None:
    plan = add(office, sample_plan())
    made = backups.make(path, Reason.DAY, AT)
    card_of(made.path).write_bytes(card)
    (again,) = backups.listed(path)
    assert again.backup is None
    assert "bị hỏng" in again.trouble
    assert backups.read(again).plans == {plan.id: plan}
    card_of(made.path).unlink()
    (again,) = backups.listed(path)
    assert "không có thẻ" in again.trouble
    assert backups.read(again).plans == {plan.id: plan}


def test_a_card_with_other_values_is_none(office: Office, path: Path) -> None:
    add(office, sample_plan())
    made = backups.make(path, Reason.DAY, AT)
    said = json.loads(card_of(made.path).read_bytes())
    times = ("2026-11-27T10:00:00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00")
    others: list[dict[str, object]] = [{"reason": "?"}, {"size": "x"}, {"content": {"plans": 1}}]
    for wrong in (*({"at": time} for time in times), *others):
        card_of(made.path).write_text(json.dumps(said | wrong), encoding="utf-8")
        assert backups.listed(path)[0].backup is None


def test_a_damaged_office_is_copied_and_the_card_says_so(path: Path) -> None:
    with Office.open(path) as office:
        add(office, sample_plan(300))
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    made = backups.make(path, Reason.REPAIR, AT)
    assert made.backup
    assert made.backup.sound is False
    assert "Dữ liệu của cơ quan đã hỏng sẵn lúc sao lưu." in backups.check(made)


def test_names_do_not_clash_and_the_newest_is_first(office: Office, path: Path) -> None:
    add(office, sample_plan())
    made = [backups.make(path, Reason.DAY, AT + timedelta(minutes=n // 2)) for n in range(4)]
    assert len({one.path for one in made}) == 4
    assert [one.backup.at for one in backups.listed(path) if one.backup] == sorted(
        (one.backup.at for one in made if one.backup), reverse=True
    )


def test_what_cannot_be_backed_up_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        backups.make(tmp_path / "không có.tthc", Reason.DAY, AT)
    foreign = tmp_path / "ảnh.tthc"
    foreign.write_bytes(b"khong phai co so du lieu" * 100)
    with pytest.raises(UserError, match="không phải là tệp dữ liệu"):
        backups.make(foreign, Reason.DAY, AT)
    assert backups.listed(foreign) == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == [foreign.name]


def test_another_folder_can_be_named(office: Office, path: Path, tmp_path: Path) -> None:
    add(office, sample_plan())
    made = backups.make(path, Reason.ASKED, AT, folder=tmp_path / "usb")
    assert backups.listed(path) == ()
    assert backups.listed_in(tmp_path / "usb") == (made,)


def test_a_log_that_a_dead_process_left_is_in_the_backup(path: Path, tmp_path: Path) -> None:
    with Office.open(path) as office:
        plan = add(office, sample_plan())
        renamed = rename(office, plan.id, "Còn trong nhật ký")
        dead = tmp_path / "chết.tthc"
        for end in ("", "-wal"):
            dead.with_name(dead.name + end).write_bytes(path.with_name(path.name + end).read_bytes())
    made = backups.make(dead, Reason.DAY, AT)
    assert backups.read(made).plans[plan.id] == renamed
    with closing(sqlite3.connect(made.path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
