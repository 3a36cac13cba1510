"""Files that are kept inside the office's own."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.samples import add, sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.office import Office

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.tthc"


@pytest.fixture
def office(path: Path) -> Iterator[Office]:
    with Office.open(path) as opened:
        yield opened


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(data=st.binary(max_size=20_000))
def test_a_file_comes_back_word_for_word(office: Office, data: bytes) -> None:
    name = office.keep_file(data)

    assert name == sha256(data).hexdigest()
    assert office.kept_file(name) == data


def test_the_same_file_is_kept_once(office: Office, path: Path) -> None:
    assert office.keep_file(PDF) == office.keep_file(PDF)

    office.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM files").fetchone() == (1,)


def test_a_kept_file_is_there_after_reopening_and_no_step_to_undo(office: Office, path: Path) -> None:
    name = office.keep_file(PDF)
    assert office.undo_label == ""
    office.close()

    with Office.open(path) as again:
        assert again.kept_file(name) == PDF


def test_a_kept_file_survives_the_undo_of_what_names_it(office: Office) -> None:
    name = office.keep_file(PDF)
    add(office, sample_plan())

    office.undo()

    assert office.kept_file(name) == PDF


def test_a_file_that_is_not_there_is_told(office: Office) -> None:
    with pytest.raises(UserError, match="không có trong dữ liệu"):
        office.kept_file("0" * 64)


def test_a_file_that_has_changed_is_refused(office: Office, path: Path) -> None:
    name = office.keep_file(PDF)
    office.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE files SET data = ?", (PDF.replace(b"PDF", b"PFD", 1),))
        connection.commit()

    with Office.open(path) as again, pytest.raises(UserError, match="bị hỏng"):
        again.kept_file(name)


def test_a_worker_keeps_files_while_the_office_goes_on_changing(office: Office) -> None:
    files = [bytes([number]) * 3_000_000 for number in range(6)]
    with ThreadPoolExecutor(1) as worker:
        names = worker.map(office.keep_file, files)
        plans = [add(office, sample_plan()) for _ in range(6)]

    assert [office.kept_file(name) for name in names] == files
    assert len(office.plans) == len(plans)


def scans(path: Path) -> str:
    """Return the hash of a large file that is kept at the end of the office's own."""
    data = bytes(range(256)) * 4000
    with Office.open(path) as office:
        add(office, sample_plan())
        return office.keep_file(data)


def test_damage_within_a_kept_file_leaves_the_rest_readable(path: Path) -> None:
    name = scans(path)
    with path.open("rb+") as file:
        file.seek(-300_000, 2)
        file.write(b"\xff" * 50_000)

    with Office.open(path) as office:
        assert len(office.plans) == 1
        with pytest.raises(UserError, match="bị hỏng"):
            office.kept_file(name)


def test_an_office_cut_short_within_a_kept_file_is_refused(path: Path) -> None:
    scans(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-300_000])

    with pytest.raises(UserError, match="bị hỏng"):
        Office.open(path)

    assert path.read_bytes() == whole[:-300_000]
