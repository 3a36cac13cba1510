"""All papers in one archive: whole, the same each time, good on every system, and taken back as they were."""

import json
import re
import tracemalloc
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.writing.pdf.building import column, fresh, make_plan, plain_row
from tests.strategies import plans
from tthc_desktop.documents.own_archive import INDEX, README
from tthc_desktop.documents.reading.everything import is_everything, read_everything
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.everything import write_everything
from tthc_desktop.documents.writing.everything.naming import folder, stem
from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Role, Table
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Issue, Stage

SIGNED = b"%PDF-1.7 signed"
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
Edit = Callable[[dict[str, bytes]], None]


class StoppedError(Exception):
    """Raised by a test in place of a clerk who stops the work."""


def kept(sha256: str) -> bytes:
    """Give the one file that the office of these tests keeps."""
    if sha256 != "5" * 64:
        raise UserError("Tệp này không có.", "Hãy lấy ở nơi khác.")
    return SIGNED


def issued(plan: Plan, pdf: str) -> Plan:
    return replace(plan, stage=Stage.ISSUED, issue=Issue("15", "KH-STP", date(2025, 2, 14), pdf, "bản ký.pdf"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "mọi văn bản.zip"


def written(out: Path, papers: Sequence[Plan]) -> zipfile.ZipFile:
    """Write an archive and open it."""
    write_everything(out, papers, kept)
    return zipfile.ZipFile(BytesIO(out.read_bytes()))


def test_each_paper_is_there_in_every_form(out: Path) -> None:
    archive = written(out, [sample_plan()])
    names = archive.namelist()
    assert [Path(name).suffix for name in names[:4]] == [".json", ".docx", ".xlsx", ".pdf"]
    assert names[4:] == [INDEX, README]
    assert docx.Document(BytesIO(archive.read(names[1]))).tables
    assert archive.read(names[3]).startswith(b"%PDF")
    told = archive.read(README).decode("utf-8-sig")
    assert "CÁC VĂN BẢN (1)" in told
    assert "\r\n" in told


def test_equal_papers_give_equal_archives(out: Path) -> None:
    papers = [sample_plan(), make_plan()]
    write_everything(out, papers, kept)
    first = out.read_bytes()
    write_everything(out, papers, kept)
    assert out.read_bytes() == first


@given(st.lists(plans(), min_size=1, max_size=3))
@settings(max_examples=8)
def test_all_papers_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, papers: list[Plan]) -> None:
    out = tmp_path_factory.mktemp("gói") / "x.zip"
    write_everything(out, papers, kept)
    found = read_everything(out)
    assert [draft.plan for draft in found.drafts] == papers
    assert found.problems == ()


def test_the_pdf_kept_when_a_plan_was_issued_goes_along(out: Path) -> None:
    archive = written(out, [issued(sample_plan(), "5" * 64)])
    (name,) = [name for name in archive.namelist() if "bản đã ban hành" in name]
    assert archive.read(name) == SIGNED


def test_what_cannot_be_printed_is_named_and_the_rest_is_there(out: Path) -> None:
    many = tuple(column(Role.FREE, f"Cột {place}") for place in range(90))
    wide = make_plan(Table(fresh(), many, (plain_row(many, ["x"] * 90),)))
    told = write_everything(out, [wide, sample_plan()], kept)
    assert told.papers == 2
    ((paper, name, why),) = told.missing
    assert (paper, Path(name).suffix) == (wide.id, ".pdf")
    assert "90 cột" in why
    archive = zipfile.ZipFile(out)
    assert len(archive.namelist()) == 3 + 4 + 2
    assert "Không có" in archive.read(README).decode("utf-8-sig")
    assert len(read_everything(out).drafts) == 2


@given(st.text(max_size=90), st.text(max_size=20))
def test_names_are_good_on_windows(title: str, kind: str) -> None:
    plan = replace(make_plan(), title=plain(title), kind=kind)
    for name in (folder(7, plan), f"{stem(plan)}.docx"):
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
        assert name == name.strip(" .")
        assert len(name) < 70
    assert not _RESERVED.fullmatch(folder(7, plan))


def test_papers_of_one_title_do_not_meet(out: Path) -> None:
    names = written(out, [make_plan(), make_plan()]).namelist()
    assert len({name.casefold() for name in names}) == len(names)


def test_who_stops_the_work_finds_the_old_file(out: Path) -> None:
    out.write_bytes(b"old")

    def stop(done: int, of: int) -> None:
        if done == 1:
            raise StoppedError(of)

    with pytest.raises(StoppedError):
        write_everything(out, [make_plan(), make_plan()], kept, stop)
    assert out.read_bytes() == b"old"
    assert list(out.parent.iterdir()) == [out]


def test_every_paper_is_told(out: Path) -> None:
    told: list[tuple[int, int]] = []
    write_everything(out, [make_plan(), make_plan()], kept, lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2), (2, 2)]
    read_everything(out, lambda done, of: told.append((done, of)))
    assert told[3:] == [(place, 8) for place in range(1, 9)]


def test_many_papers_need_the_room_of_one(out: Path) -> None:
    def peak(count: int) -> int:
        papers = [make_plan() for _ in range(count)]
        tracemalloc.start()
        write_everything(out, papers, kept)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(1)
    assert peak(12) < 1.5 * peak(3)


def changed(out: Path, edit: Edit) -> None:
    """Write the archive of two papers anew with something done to what is in it."""
    write_everything(out, [make_plan(), make_plan()], kept)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    edit(parts)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def named(parts: dict[str, bytes], ending: str) -> str:
    return next(name for name in parts if name.endswith(ending))


def edited_json(parts: dict[str, bytes]) -> None:
    name = named(parts, ".json")
    parts[name] = parts[name].replace("Kiểm soát".encode(), "Kiểm tra".encode())


def lost_json(parts: dict[str, bytes]) -> None:
    del parts[named(parts, ".json")]


def burst_json(parts: dict[str, bytes]) -> None:
    parts[named(parts, ".json")] = b"0" * 30_000_000


def broken_index(parts: dict[str, bytes]) -> None:
    parts[INDEX] = parts[INDEX][:-40]


def deep_index(parts: dict[str, bytes]) -> None:
    parts[INDEX] = b"[" * 100_000


def foreign_index(parts: dict[str, bytes]) -> None:
    parts[INDEX] = b'{"format": "other", "version": 1, "papers": []}'


def later_index(parts: dict[str, bytes]) -> None:
    parts[INDEX] = parts[INDEX].replace(b'"version": 1', b'"version": 99')


def empty_index(parts: dict[str, bytes]) -> None:
    parts[INDEX] = json.dumps({**json.loads(parts[INDEX]), "papers": []}).encode()


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (edited_json, "bị hỏng hoặc đã bị sửa"),
        (lost_json, "bị hỏng hoặc đã bị sửa"),
        (burst_json, "phình ra quá lớn"),
        (broken_index, "bị hỏng hoặc đã bị sửa"),
        (deep_index, "bị hỏng hoặc đã bị sửa"),
        (foreign_index, "không phải do chương trình này xuất"),
        (later_index, "bản mới hơn"),
        (empty_index, "không có văn bản nào"),
    ],
)
def test_an_archive_that_is_not_as_it_was_is_refused_in_a_sentence(out: Path, edit: Edit, sentence: str) -> None:
    changed(out, edit)
    with pytest.raises(UserError, match=sentence) as caught:
        read_everything(out)
    assert caught.value.advice


def test_a_word_file_that_was_edited_inside_is_only_told(out: Path) -> None:
    def edit(parts: dict[str, bytes]) -> None:
        parts[named(parts, ".docx")] = b"edited"

    changed(out, edit)
    found = read_everything(out)
    assert len(found.drafts) == 2
    (problem,) = found.problems
    assert problem.place.endswith(".docx")


def test_any_byte_that_changes_is_seen_or_does_no_harm(out: Path) -> None:
    papers = [make_plan()]
    write_everything(out, papers, kept)
    whole = out.read_bytes()
    for place in range(0, len(whole), len(whole) // 150):
        out.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        assert not is_everything(out) or taken(out) in ([], papers)


def taken(out: Path) -> list[Plan]:
    """Return the papers of an archive, none where it is refused."""
    with suppress(UserError):
        return [draft.plan for draft in read_everything(out).drafts]
    return []


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"words", b"PK\x05\x06" + bytes(18)])
def test_other_files_are_no_archive_of_ours(out: Path, data: bytes) -> None:
    out.write_bytes(data)
    assert not is_everything(out)
    assert not is_everything(out.parent)
    assert not is_everything(out.parent / "không có")
