"""A log that a dead process left and that was damaged since: told once, kept, and then work goes on."""

import shutil
from pathlib import Path

import pytest

from tests.drill.regions import FRAME_HEADER, LOG_HEADER, PAGE
from tests.storage.samples import add, rename, sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.office import Office
from tthc_desktop.storage.checking import checked
from tthc_desktop.storage.log_damage import lost_from


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return an office's file as a process leaves it that dies after some changes."""
    (tmp_path / "left").mkdir()
    with Office.open(tmp_path / "office.tthc") as office:
        plan = add(office, sample_plan(5))
        for number in range(4):
            rename(office, plan.id, f"tên {number}")
        for path in tmp_path.glob("office.tthc*"):
            if path.name in {"office.tthc", "office.tthc-wal"}:
                shutil.copy(path, tmp_path / "left")
    return tmp_path / "left" / "office.tthc"


def log_of(file: Path) -> Path:
    return file.with_name("office.tthc-wal")


def spoil(file: Path, place: int) -> None:
    content = bytearray(log_of(file).read_bytes())
    content[place] ^= 1
    log_of(file).write_bytes(content)


def test_a_sound_log_is_read_as_it_is(file: Path) -> None:
    assert lost_from(log_of(file)) is None
    assert checked(file) == ()
    with Office.open(file) as office:
        assert office.undo_label == "Đổi tên thành tên 3"


@pytest.mark.parametrize("place", [0, 17, LOG_HEADER, LOG_HEADER + 9, LOG_HEADER + 17, LOG_HEADER + FRAME_HEADER + 99])
def test_a_damaged_log_is_told_once_and_kept(file: Path, place: int) -> None:
    spoil(file, place)
    before = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    assert [found.what for found in checked(file)][:1] == [
        "Phần ghi sau cùng bị hỏng nên mất vài thao tác làm ngay trước khi máy tắt."
    ]

    with pytest.raises(UserError, match=r"được giữ nguyên là “office\.nhat-ky-hong-1\.tthc”"):
        Office.open(file)

    kept = file.with_name("office.nhat-ky-hong-1.tthc")
    assert kept.read_bytes() == before["office.tthc"]
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == before["office.tthc-wal"]
    Office.open(file).close()
    assert checked(file) == ()


def test_the_torn_end_of_a_change_that_was_never_finished_is_no_loss(file: Path) -> None:
    content = log_of(file).read_bytes()
    log_of(file).write_bytes(content[: -PAGE // 2])

    assert lost_from(log_of(file)) is None
    with Office.open(file) as office:
        assert office.undo_label == "Đổi tên thành tên 2"


def test_what_lies_behind_an_earlier_round_is_no_loss(file: Path) -> None:
    content = bytearray(log_of(file).read_bytes())
    older = bytearray(content[LOG_HEADER:])
    for start in range(0, len(older), FRAME_HEADER + PAGE):
        older[start + 8] ^= 1
    log_of(file).write_bytes(content + older)

    assert lost_from(log_of(file)) is None


def test_an_empty_log_is_no_loss(file: Path) -> None:
    for content in (b"", bytes(10), bytes(10_000)):
        log_of(file).write_bytes(content)
        assert lost_from(log_of(file)) is None


def test_a_log_whose_file_is_gone_is_never_given_up_for_an_empty_office(file: Path) -> None:
    content = file.read_bytes()
    file.unlink()
    log = log_of(file).read_bytes()
    with pytest.raises(UserError, match=r"còn tệp “office\.tthc-wal”"):
        Office.open(file)
    assert log_of(file).read_bytes() == log
    file.write_bytes(content)
    with Office.open(file) as office:
        assert office.undo_label == "Đổi tên thành tên 3"
