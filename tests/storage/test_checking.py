"""An office's file looked at thoroughly: a sound one has nothing, and any changed letter of it is found."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.samples import add, rename, sample_plan
from tests.storage.test_older_files import OLD
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office
from tthc_desktop.storage.checking import checked
from tthc_desktop.storage.findings import NAMES, Part
from tthc_desktop.storage.tables import metadata


@cache
def lived_in() -> Path:
    """Return the file of an office where things were made, changed, deleted, undone and redone."""
    path = Path(mkdtemp()) / "office.tthc"
    with Office.open(path) as office:
        plan = add(office, sample_plan(4))
        gone = add(office, sample_plan(2))
        unit = Unit("unit", "Sở Y tế", "SYT", ("Sở Y tế tỉnh",))
        office.change(Change("Thêm đơn vị", ((None, unit),)))
        rename(office, plan.id, "Kế hoạch khác")
        office.change(Change("Xóa kế hoạch", ((gone, None),)))
        office.change(Change("Đổi đơn vị", ((unit, replace(unit, aliases=("Sở YT", "YT"))),)))
        office.undo()
        office.redo()
        office.keep_file(b"%PDF a scan")
        rename(office, plan.id, "Kế hoạch khác nữa")
        office.undo()
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(lived_in(), tmp_path / "office.tthc"))


def spoil(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)


def test_a_sound_file_has_nothing_wrong_and_nothing_is_left_beside_it(file: Path) -> None:
    before = file.read_bytes()

    assert checked(file) == ()

    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["office.tthc"]


def test_a_file_is_checked_while_it_is_open(file: Path) -> None:
    with Office.open(file) as office:
        add(office, sample_plan())
        assert checked(file) == ()


@pytest.mark.parametrize("version", sorted(path.stem for path in OLD.glob("*.tthc")))
def test_a_file_of_every_version_is_sound_before_and_after_it_is_upgraded(version: str, tmp_path: Path) -> None:
    file = Path(shutil.copy(OLD / f"{version}.tthc", tmp_path / "office.tthc"))
    assert checked(file) == ()

    Office.open(file).close()

    assert checked(file) == ()


def test_what_a_killed_process_left_in_its_log_is_seen(file: Path, tmp_path: Path) -> None:
    (tmp_path / "left").mkdir()
    with Office.open(file) as office:
        add(office, sample_plan())
        for name in ("office.tthc", "office.tthc-wal"):
            shutil.copy(file.with_name(name), tmp_path / "left")
    left = tmp_path / "left" / "office.tthc"
    before = left.with_name("office.tthc-wal").read_bytes()

    assert checked(left) == ()

    assert left.with_name("office.tthc-wal").read_bytes() == before
    assert len(list(left.parent.iterdir())) == 2


def texts() -> Iterator[tuple[str, str, int, str]]:
    """Yield every word of every record of the office, by table, column and row."""
    with closing(sqlite3.connect(lived_in())) as connection:
        for table in sorted(name for name in NAMES if not name.startswith(("journal", "files"))):
            for _, column, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
                for row, words in connection.execute(f'SELECT rowid, "{column}" FROM {table}').fetchall():
                    if isinstance(words, str):
                        yield table, column, row, words


@given(data=st.data())
def test_any_changed_letter_of_any_record_is_found(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = Path(shutil.copy(lived_in(), tmp_path_factory.mktemp("spoilt") / "office.tthc"))
    table, column, row, words = data.draw(st.sampled_from(list(texts())))
    at = data.draw(st.integers(0, len(words)))
    spoilt = words[:at] + data.draw(st.sampled_from("xửẶ ,1")) + words[at + data.draw(st.integers(0, 1)) :]
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (spoilt, row))

    assert bool(checked(file)) == (spoilt != words)


def test_a_changed_letter_is_told_with_its_place_and_both_texts(file: Path) -> None:
    spoil(file, "UPDATE tasks SET lead = 'Sở 9' WHERE rowid = 2")

    (found,) = checked(file)

    assert found.part is Part.RECORDS
    assert found.what == (
        "Nội dung (nhiệm vụ) của kế hoạch “Kế hoạch khác” không như lần ghi cuối:"
        " trong tệp là “Sở 9”, nhật ký ghi “Sở 1”."
    )


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM unit_aliases WHERE place = 1", "Mất một bản ghi (tên gọi khác của đơn vị)"),
        ("INSERT INTO unit_aliases VALUES ('unit', 7, 'x')", "Có một bản ghi (tên gọi khác của đơn vị) mà nhật ký"),
        ("UPDATE files SET data = CAST('%PDF b scan' AS BLOB)", "Một tệp lưu kèm không còn như lúc được lưu"),
        ("DELETE FROM units", "nêu một bản ghi khác (đơn vị) không có trong tệp"),
        ("UPDATE journal_rows SET after = replace(after, 'khác', 'khúc')", "Nhật ký không khớp với chính nó"),
        ("UPDATE journal_rows SET after = 'x' WHERE entry_id = 3", "Nhật ký không khớp với chính nó"),
        ("UPDATE journal_rows SET record = 'x' WHERE entry_id = 3", "Nhật ký không khớp với chính nó"),
        ("UPDATE journal_rows SET table_name = 'x' WHERE entry_id = 3", "Nhật ký không khớp với chính nó"),
        ("DELETE FROM journal_records WHERE entry_id = 2", "Nhật ký của một thay đổi không đầy đủ"),
        ("DELETE FROM journal WHERE id = 2", "mà chính nó không còn ghi"),
        ("UPDATE tasks SET lead = CAST(x'ff' AS TEXT)", "trong tệp là “�”"),
    ],
)
def test_what_is_spoilt_is_told(file: Path, statement: str, words: str) -> None:
    spoil(file, statement)

    assert any(words in found.what for found in checked(file)), checked(file)


def test_damaged_pages_are_found_and_not_raised(file: Path) -> None:
    content = file.read_bytes()
    for start in range(4096, len(content), 4096):
        file.write_bytes(content[:start] + b"\xa5" * 4096 + content[start + 4096 :])
        assert checked(file), start


def test_a_damaged_head_is_found(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:100] + b"\xa5" * 3000 + content[3100:])

    (found,) = checked(file)

    assert found.part is Part.PAGES


@pytest.mark.parametrize("content", [None, b""])
def test_a_file_that_is_gone_or_empty_is_told(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "office.tthc").write_bytes(content)

    with pytest.raises(UserError, match="Không có dữ liệu nào"):
        checked(tmp_path / "office.tthc")


def test_every_table_has_a_name() -> None:
    assert NAMES.keys() == metadata.tables.keys()


def test_long_words_are_told_short(file: Path) -> None:
    with Office.open(file) as office:
        rename(office, next(iter(office.plans)), "rất " * 500)
        unit = office.units["unit"]
        office.change(Change("Đổi", ((unit, replace(unit, name="dài " * 500)),)))
    spoil(file, "UPDATE units SET name = name || 'x'")

    (found,) = checked(file)

    assert len(found.what) < 300


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET label = label || 'x' WHERE id = 3",
        "UPDATE journal SET at = replace(at, '2', '1') WHERE id = 3",
        "UPDATE journal_rows SET after = replace(after, 'khác', 'khúc') WHERE entry_id = 7",
        "UPDATE journal_kept SET kept_id = 'x' WHERE entry_id = 3",
        "UPDATE journal_seals SET digest = 'x' WHERE entry_id = 3",
        "DELETE FROM journal_seals WHERE entry_id = 3",
    ],
)
def test_any_changed_letter_of_the_journal_breaks_its_seal(file: Path, statement: str) -> None:
    spoil(file, statement)

    assert any("thay đổi số" in found.what for found in checked(file)), checked(file)


def test_changes_of_older_versions_have_no_seal_and_later_ones_do(tmp_path: Path) -> None:
    file = Path(shutil.copy(OLD / "0003.tthc", tmp_path / "office.tthc"))
    with Office.open(file) as office:
        add(office, sample_plan())
    assert checked(file) == ()

    spoil(file, "UPDATE journal SET label = 'x' WHERE id = (SELECT max(id) FROM journal)")

    assert len(checked(file)) == 1
