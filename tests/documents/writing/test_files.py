"""A file is written in full or not at all, and trouble is told in a sentence."""

import errno
import os
import time
from pathlib import Path

import pytest

from tthc_desktop.documents.writing import files
from tthc_desktop.documents.writing.files import write
from tthc_desktop.errors import UserError


def test_writes_new_and_replaces_old(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch 2025.pdf"
    write(path, b"first")
    write(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_program_left_is_taken_away_a_day_later(tmp_path: Path) -> None:
    left, at_work, own = (tmp_path / name for name in (".tthc-a1.tmp", ".tthc-b2.tmp", ".tthc-ghi-chu.txt"))
    for path in (left, at_work, own):
        path.write_bytes(b"half")
    yesterday = time.time() - 25 * 3600
    for path in (left, own):
        os.utime(path, (yesterday, yesterday))
    write(tmp_path / "a.pdf", b"whole")
    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf", at_work.name, own.name}


@pytest.mark.skipif(os.name != "posix", reason="rights of this kind are POSIX")
def test_rights_are_those_of_the_replaced_file_or_of_any_new_one(tmp_path: Path) -> None:
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    old.touch(0o600)
    write(old, b"x")
    write(new, b"x")
    assert [path.stat().st_mode & 0o777 for path in (old, new)] == [0o600, 0o644]


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="thư mục này không có") as caught:
        write(tmp_path / "không có" / "a.pdf", b"x")
    assert "a.pdf" in caught.value.what
    assert caught.value.advice


def test_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(UserError, match="thư mục này không có"):
        write(tmp_path / "a" / "b.pdf", b"x")


def test_path_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="đây là một thư mục"):
        write(tmp_path, b"x")


@pytest.mark.parametrize("name", ["a\0b.pdf", f"{'x' * 400}.pdf"])
def test_impossible_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="Không ghi được tệp"):
        write(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "ổ đĩa đã đầy"),
        (errno.EACCES, "không có quyền ghi"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EIO, "máy báo lỗi"),
    ],
)
def test_trouble_half_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match=sentence):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class HeldError(PermissionError):
        winerror = 32

    def fail(*_: Path) -> None:
        raise HeldError(errno.EACCES, "held")

    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(files, "_place", fail)
    with pytest.raises(UserError, match="chương trình khác"):
        write(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="no pipes in folders")
def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    os.mkfifo(path)
    with pytest.raises(UserError, match="thiết bị"):
        write(path, b"new")
    assert path.is_fifo()
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="quá dài"):
        write(tmp_path / f"{'a' * 300}.pdf", b"new")
    assert list(tmp_path.iterdir()) == []
