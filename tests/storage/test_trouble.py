"""Trouble with the file: one clear sentence for the clerk, and nothing changed."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.samples import add, rename, sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.office import Office

AS_NOBODY = """
import os, sys, tempfile
from pathlib import Path
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.office import Office
with tempfile.TemporaryDirectory() as folder:  # while the libraries, which are loaded late, may be read
    Office.open(Path(folder) / "office.tthc").close()
if os.geteuid() == 0:
    os.setuid(65534)
try:
    with Office.open(Path(sys.argv[1])) as office:
        office.change(Change("a", ((None, Plan("id")),)))
except UserError as error:
    print(error)
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(tmp_path / "office.tthc") as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return an office's file with a plan of some pages."""
    path = tmp_path / "office.tthc"
    with Office.open(path) as office:
        add(office, sample_plan(50))
    return path


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="là một thư mục"):
        Office.open(tmp_path)


def test_a_path_without_its_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không có thư mục"):
        Office.open(tmp_path / "no" / "office.tthc")


def test_a_path_below_a_file_is_told(file: Path) -> None:
    with pytest.raises(UserError, match="Không có thư mục"):
        Office.open(file / "office.tthc")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="tên tệp"):
        Office.open(tmp_path / ("a" * 300))


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"x" * 5000, "Kế hoạch".encode(), b"SQLite format 3"])
def test_another_file_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)

    with pytest.raises(UserError, match="không phải là tệp dữ liệu"):
        Office.open(path)

    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (id)")
    before = path.read_bytes()

    with pytest.raises(UserError, match="không phải là tệp dữ liệu"):
        Office.open(path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_of_a_newer_program_is_refused_untouched(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = file.read_bytes()

    with pytest.raises(UserError, match="phiên bản mới hơn"):
        Office.open(file)

    assert file.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(UserError, match="không phải là tệp dữ liệu"):
        Office.open(tmp_path / "pipe")


@pytest.mark.parametrize("made_by", ["touch", "sqlite"])
def test_an_empty_file_becomes_an_office(tmp_path: Path, made_by: str) -> None:
    path = tmp_path / "office.tthc"
    path.touch()
    if made_by == "sqlite":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 1")
    assert bool(path.stat().st_size) == (made_by == "sqlite")

    with Office.open(path) as office:
        assert dict(office.plans) == {}


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_what_a_dying_process_left_half_done_is_taken_back(file: Path, tmp_path: Path, mode: str) -> None:
    with Office.open(file) as office:
        plans = dict(office.plans)
    with closing(sqlite3.connect(file, isolation_level=None)) as dying:
        dying.execute(f"PRAGMA journal_mode = {mode}")
        dying.execute("PRAGMA cache_size = 1")
        dying.execute("BEGIN")
        dying.execute("UPDATE tasks SET content = content || content")
        (tmp_path / "left").mkdir()
        for path in tmp_path.glob("office.tthc*"):
            shutil.copy(path, tmp_path / "left")

    with Office.open(tmp_path / "left" / "office.tthc") as office:
        assert dict(office.plans) == plans


def test_a_cut_file_is_told(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])

    with pytest.raises(UserError, match="bị hỏng"):
        Office.open(file)

    assert file.read_bytes() == content[: len(content) // 2]


@pytest.mark.parametrize("image", ["[]", "x", "null", '{"nothing": 1}', '{"kind": null}'])
def test_a_damaged_journal_is_told_and_changes_nothing(file: Path, image: str) -> None:
    with Office.open(file) as office:
        (plan,) = office.plans.values()
        renamed = rename(office, plan.id, "khác")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE journal_rows SET before = ? WHERE entry_id = 2", (image,))
        connection.commit()

    with Office.open(file) as office:
        with pytest.raises(UserError, match="bị hỏng"):
            office.undo()

        assert office._library.load().plans == dict(office.plans) == {plan.id: renamed}
        assert office.undo_label == "Đổi tên thành khác"


@given(data=st.data())
def test_any_damage_is_told_or_harmless(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("damaged") / "office.tthc"
    content = bytearray(_sound_content(tmp_path_factory))
    place = data.draw(st.integers(16, len(content) - 1))
    damage = data.draw(st.binary(min_size=1, max_size=200))
    content[place : place + len(damage)] = damage
    path.write_bytes(content[: max(len(content), 512)])

    with suppress(UserError), Office.open(path) as office:
        while office.undo_label:
            office.undo()


def _sound_content(factory: pytest.TempPathFactory) -> bytes:
    path = factory.getbasetemp() / "sound.tthc"
    if not path.exists():
        with Office.open(path) as office:
            rename(office, add(office, sample_plan(20)).id, "khác")
    return path.read_bytes()


def test_a_full_disk_is_told_and_changes_nothing(office: Office) -> None:
    plan = add(office, sample_plan())
    _let_the_file_grow_no_more(office)

    with pytest.raises(UserError, match="hết chỗ"):
        add(office, sample_plan(500))

    assert dict(office.plans) == {plan.id: plan}
    assert office._library.load().plans == {plan.id: plan}
    assert office.undo_label == "Thêm kế hoạch"
    assert [entry.label for entry in office.history()] == ["Thêm kế hoạch"]


def test_after_a_full_disk_small_changes_and_undo_go_on(office: Office) -> None:
    plan = add(office, sample_plan())
    _let_the_file_grow_no_more(office, spare=20)
    with pytest.raises(UserError, match="hết chỗ"):
        add(office, sample_plan(500))

    renamed = rename(office, plan.id, "khác")

    assert office._library.load().plans == {plan.id: renamed}
    office.undo()
    assert office._library.load().plans == {plan.id: plan}


def _let_the_file_grow_no_more(office: Office, spare: int = 0) -> None:
    connection = office._library._connection
    with connection.begin():
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + spare}")


@pytest.mark.needs("mount", "umount")
def test_a_disk_that_fills_up_loses_nothing(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk, Office.open(disk / "office.tthc") as office:
        plan = add(office, sample_plan())
        (disk / "junk").write_bytes(b"x" * (shutil.disk_usage(disk).free - 20_000))

        with pytest.raises(UserError, match="hết chỗ"):
            add(office, sample_plan(300))

        assert office._library.load().plans == dict(office.plans) == {plan.id: plan}
        (disk / "junk").unlink()
        other = add(office, sample_plan(300))
        assert office._library.load().plans == dict(office.plans) == {plan.id: plan, other.id: other}


@pytest.mark.needs("mount", "umount")
@pytest.mark.parametrize("size", ["16k", "100k", "240k"])
def test_a_new_office_on_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, size: str) -> None:
    with small_disk(tmp_path / "disk", size) as disk:
        with pytest.raises(UserError, match="hết chỗ"), Office.open(disk / "office.tthc") as office:
            add(office, sample_plan(2000))

        left = {path.name for path in disk.iterdir()} - {"office.tthc.lock"}
        assert left <= {"office.tthc"}
        if left:
            with Office.open(disk / "office.tthc") as office:
                assert dict(office.plans) == {}


@pytest.fixture
def public() -> Iterator[Path]:
    """Return a folder that any user may look into."""
    if sys.platform == "win32":
        pytest.skip("this system has no other user to become")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def test_a_file_that_may_not_be_written_is_told(public: Path) -> None:
    path = public / "office.tthc"
    Office.open(path).close()
    path.chmod(0o444)
    (public / "office.tthc.lock").unlink()

    assert "Không được phép ghi" in run_as_nobody(path)


def test_a_folder_that_may_not_be_written_is_told(public: Path) -> None:
    public.chmod(0o555)

    assert "Không được phép ghi" in run_as_nobody(public / "office.tthc")


def test_a_file_that_may_not_be_read_is_told(public: Path) -> None:
    path = public / "office.tthc"
    Office.open(path).close()
    path.chmod(0)

    assert "Không được phép đọc" in run_as_nobody(path)


def run_as_nobody(path: Path) -> str:
    """Return what a user without rights is told when he opens and changes the office."""
    command = [sys.executable, "-c", AS_NOBODY, str(path)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Lend a disk of this size, where one can be made."""
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=False).returncode:
        pytest.skip("this user may not mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize(
    "part",
    [
        "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM plans; END",
        "CREATE VIEW v AS SELECT * FROM plans",
        "CREATE VIRTUAL TABLE t USING fts5(words)",
    ],
)
def test_a_file_that_would_act_by_itself_is_not_opened(file: Path, part: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(part)
        connection.commit()
    before = file.read_bytes()
    with pytest.raises(UserError, match="phần tự chạy"):
        Office.open(file)
    assert file.read_bytes() == before
