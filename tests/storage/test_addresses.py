"""Addresses of files as SQLite takes them."""

import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from tthc_desktop.storage.addresses import address


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePosixPath("/tmp/a.tthc"), "file:///tmp/a.tthc?mode=ro"),
        (PureWindowsPath(r"C:\Cơ quan\a.tthc"), "file:///C:/C%C6%A1%20quan/a.tthc?mode=ro"),
        (PureWindowsPath(r"\\may-chu\chung\a.tthc"), "file:////may-chu/chung/a.tthc?mode=ro"),
    ],
)
def test_no_address_names_another_computer(path: PurePosixPath, expected: str) -> None:
    assert address(path, "mode=ro") == expected


@pytest.mark.parametrize("name", ["a b.tthc", "cơ quan.tthc", "50%.tthc", "a?b#c.tthc", "a;b&c=d.tthc", "a%20b.tthc"])
def test_sqlite_finds_the_file_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE one (two)")
    with closing(sqlite3.connect(address(path, "mode=ro"), uri=True)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("one",)]


def test_a_path_of_the_network_is_looked_for_where_it_says() -> None:
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        sqlite3.connect(address(PureWindowsPath(r"\\may-chu\chung\a.tthc"), "mode=ro"), uri=True)
