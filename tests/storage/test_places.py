"""Where an office's file lies, and a file that goes while it is open."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.samples import add, rename, sample_plan
from tests.storage.test_checking import lived_in
from tthc_desktop.errors import UserError
from tthc_desktop.office import Office
from tthc_desktop.storage import places
from tthc_desktop.storage.checking import checked
from tthc_desktop.storage.places import Kind, Where, conflicting, warning, where_is

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//may-chu/chung /mnt/chung cifs rw 0 0
may-chu:/x /mnt/chung\\040hai nfs4 rw 0 0
/dev/sdb1 /mnt/chung/trong ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "where"),
    [
        ("Documents", Where()),
        ("OneDrive", Where(Kind.SYNCED, "OneDrive")),
        ("OneDrive - Văn phòng UBND tỉnh/2026", Where(Kind.SYNCED, "OneDrive")),
        ("Dropbox", Where(Kind.SYNCED, "Dropbox")),
        ("Dropbox (Sở Tư pháp)/a", Where(Kind.SYNCED, "Dropbox")),
        ("Google Drive", Where(Kind.SYNCED, "Google Drive")),
        ("My Drive/x/y", Where(Kind.SYNCED, "Google Drive")),
        ("Nextcloud", Where(Kind.SYNCED, "Nextcloud")),
        ("không phải OneDrive", Where()),
    ],
)
def test_a_folder_that_a_program_copies_is_known_by_its_name(tmp_path: Path, folder: str, where: Where) -> None:
    assert where_is(tmp_path / folder / "office.tthc") == where


def test_the_folder_that_onedrive_names_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Công việc"))

    assert where_is(tmp_path / "Công việc" / "a" / "office.tthc").program == "OneDrive"
    assert where_is(tmp_path / "office.tthc") == Where()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/an/office.tthc", Kind.OWN),
        ("/mnt/chung/office.tthc", Kind.NETWORK),
        ("/mnt/chung hai/a/office.tthc", Kind.NETWORK),
        ("/mnt/chung/trong/office.tthc", Kind.OWN),
        ("//may-chu/chung/office.tthc", Kind.NETWORK),
    ],
)
@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="this system tells its mounts otherwise")
def test_a_network_is_known_by_the_mount(
    path: str, kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mounts").write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "mounts")

    assert where_is(Path(path)).kind is kind


def test_in_a_copied_folder_the_file_is_whole_after_each_change(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    with Office.open(folder / "office.tthc") as office:
        plan = add(office, sample_plan())
        assert not list(folder.glob("*-wal"))
        copy = Path(shutil.copy(folder / "office.tthc", tmp_path / "copied.tthc"))
        office.progress_of(plan.id)
        office.keep_file(b"%PDF")
        rename(office, plan.id, "khác")
        office.undo()
    with Office.open(copy) as office:
        assert dict(office.plans) == {plan.id: plan}


def test_a_file_that_moves_between_places_opens_in_each(tmp_path: Path) -> None:
    own, copied = tmp_path / "office.tthc", tmp_path / "Dropbox" / "office.tthc"
    copied.parent.mkdir()
    shutil.copy(lived_in(), own)
    for target, source in ((copied, own), (own, copied), (copied, own)):
        shutil.move(source, target)
        with Office.open(target) as office:
            add(office, sample_plan())
        assert checked(target) == ()


def test_the_place_is_said_with_what_to_do(tmp_path: Path) -> None:
    said = warning(tmp_path / "OneDrive" / "office.tthc")

    assert said is not None
    assert "thư mục OneDrive" in said.what
    assert "Hãy chuyển tệp về thư mục trên máy này" in said.advice
    assert warning(tmp_path / "office.tthc") is None


def test_copies_of_two_computers_are_found(tmp_path: Path) -> None:
    office = tmp_path / "van [phong].tthc"
    named = ("van [phong] (conflicted copy 2026-11-27).tthc", "van [phong]-DESKTOP-4F2K.tthc", "van [phong].tthc")
    for name in (*named, "khac-DESKTOP-1.tthc", "van [phong] truoc 2026.tthc"):
        (tmp_path / name).touch()

    assert {path.name for path in conflicting(office)} == set(named[:2])


def test_nothing_is_written_to_a_file_that_was_taken_away(tmp_path: Path) -> None:
    path = Path(shutil.copy(lived_in(), tmp_path / "office.tthc"))
    with Office.open(path) as office:
        before = office.holdings
        path.rename(tmp_path / "moved.tthc")

        for act in (lambda: add(office, sample_plan()), office.undo, lambda: office.keep_file(b"x")):
            with pytest.raises(UserError, match="không còn ở chỗ cũ"):
                act()

        assert office.holdings is before
        assert not path.exists()
        (tmp_path / "moved.tthc").rename(path)
        plan = add(office, sample_plan())
    with Office.open(path) as office:
        assert plan.id in office.plans


def test_nothing_is_written_where_another_file_has_the_name(tmp_path: Path) -> None:
    path = Path(shutil.copy(lived_in(), tmp_path / "office.tthc"))
    other = Path(shutil.copy(lived_in(), tmp_path / "other.tthc")).read_bytes()
    with Office.open(path) as office:
        (tmp_path / "other.tthc").replace(path)

        with pytest.raises(UserError, match="thay bằng tệp khác"):
            add(office, sample_plan())

    assert path.read_bytes() == other


@pytest.mark.needs("mount", "umount")
def test_a_stick_that_is_drawn_is_told_and_goes_on_when_it_is_back(tmp_path: Path) -> None:
    stick, image = tmp_path / "usb", tmp_path / "kept"
    stick.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(stick)], check=False).returncode:
        pytest.skip("this user may not mount a stick")
    office = Office.open(stick / "office.tthc")
    try:
        plan = add(office, sample_plan())
        shutil.copytree(stick, image)
        subprocess.run(["umount", "-l", str(stick)], check=True)

        with pytest.raises(UserError, match="ổ USB đã bị rút"):
            add(office, sample_plan())
        assert dict(office.plans) == {plan.id: plan}
    finally:
        office.close()
    with Office.open(Path(shutil.copytree(image, tmp_path / "back")) / "office.tthc") as again:
        assert dict(again.plans) == {plan.id: plan}


def test_the_log_of_a_file_from_an_own_disk_is_taken_in_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "Dropbox" / "office.tthc"
    path.parent.mkdir()
    own = Path(shutil.copy(lived_in(), tmp_path / "office.tthc"))
    with Office.open(own) as office:
        plan = add(office, sample_plan())
        for name in ("office.tthc", "office.tthc-wal"):
            shutil.copy(own.with_name(name), path.parent)

    with Office.open(path) as office:
        assert plan.id in office.plans
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
