"""Known trouble: one line on standard error, status 2, nothing changed, and never a traceback."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import PROGRAM, Ask, Said, is_one_line
from tthc_desktop.cli import main
from tthc_desktop.office import Office

unix = pytest.mark.skipif(os.name != "posix", reason="only on Unix")


def refused(said: Said) -> str:
    """Return the one line of a command that failed as it should."""
    assert said.status == 2
    assert said.out == ""
    assert is_one_line(said.err)
    return said.err


@pytest.fixture
def full(office: Path, paper: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    """Return an office with a plan in it."""
    assert main(["--office", str(office), "import", str(paper)]) == 0
    capfd.readouterr()
    return office


@pytest.mark.parametrize("data", [b"xin chao", os.urandom(5000), b"SQLite format 3\x00" + os.urandom(5000)])
@pytest.mark.parametrize("command", [["list"], ["undo"], ["show", "a"]])
def test_an_office_that_is_none(ask: Ask, office: Path, data: bytes, command: list[str]) -> None:
    office.write_bytes(data)

    refused(ask(*command))

    assert office.read_bytes() == data


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_an_office_cut_short(ask: Ask, full: Path, kept: float) -> None:
    data = full.read_bytes()
    full.write_bytes(data[: int(len(data) * kept)])

    assert "hỏng" in refused(ask("list"))


def test_an_office_in_a_missing_folder(ask: Ask, tmp_path: Path) -> None:
    assert "thư mục" in refused(ask("--office", tmp_path / "a" / "b.tthc", "list"))


def test_an_office_that_is_a_folder(ask: Ask, tmp_path: Path) -> None:
    assert "thư mục" in refused(ask("--office", tmp_path, "list"))


def test_an_office_that_another_program_has_open(ask: Ask, full: Path) -> None:
    with Office.open(full):
        line = refused(ask("list"))

    assert f"(tiến trình {os.getpid()})" in line


@pytest.mark.parametrize("command", ["print", "export", "sample"])
def test_places_that_cannot_be_written(ask: Ask, full: Path, tmp_path: Path, command: str) -> None:
    (plan,) = plan_ids(full)
    named = [] if command == "sample" else [plan]

    for out in (tmp_path / "khong-co" / "a.pdf", tmp_path, tmp_path / ("x" * 300), full):
        refused(ask(command, *named, out))

    assert plan_ids(full) == [plan]


@unix
def test_a_device_is_never_replaced(ask: Ask, full: Path, tmp_path: Path) -> None:
    """Held with a pipe: were it replaced after all, the machine would still have its devices."""
    pipe = tmp_path / "ống"
    os.mkfifo(pipe)
    refused(ask("export", plan_ids(full)[0], pipe))

    assert pipe.is_fifo()


def test_an_output_stays_as_it_was_when_printing_fails(ask: Ask, full: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"cu")

    refused(ask("print", "khong-co", out))

    assert out.read_bytes() == b"cu"
    assert full.is_file()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of 64 kB, which only root can make."""
    folder = tmp_path / "dia"
    folder.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", "size=64k", "tthc-test", str(folder)]
    try:
        subprocess.run(made, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@unix
def test_no_room_for_the_office(ask: Ask, tiny_disk: Path, paper: Path) -> None:
    assert "hết chỗ" in refused(ask("--office", tiny_disk / "a.tthc", "import", paper))


@unix
def test_no_room_for_a_print(ask: Ask, tiny_disk: Path) -> None:
    assert "đầy" in refused(ask("sample", tiny_disk / "a.pdf"))
    assert list(tiny_disk.iterdir()) == []


@unix
def test_no_room_for_one_more_plan(ask: Ask, full: Path, paper: Path) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    before = plan_ids(full)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limits[1]))
    try:
        said = ask("import", paper, "--json")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    refused(said)
    assert plan_ids(full) == before


@unix
def test_a_read_only_disk(ask: Ask, tiny_disk: Path, paper: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)

    assert "chỉ cho đọc" in refused(ask("sample", tiny_disk / "a.pdf"))
    refused(ask("--office", tiny_disk / "a.tthc", "import", paper))


@unix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write(ask: Ask, tmp_path: Path, paper: Path) -> None:
    folder = tmp_path / "khoa"
    folder.mkdir(mode=0o500)

    refused(ask("sample", folder / "a.pdf"))
    refused(ask("--office", folder / "a.tthc", "import", paper))


def test_the_program_speaks_utf8_in_any_locale(start: Ask, paper: Path) -> None:
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    said = start("import", paper, **plain)
    lost = start("show", "khong-co", **plain)

    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Đã nhập “")
    assert "Không có kế hoạch nào" in refused(lost)


@unix
def test_a_file_name_in_another_encoding(ask: Ask, paper: Path, tmp_path: Path) -> None:
    name = tmp_path / os.fsdecode(b"k\xea ho\xa1ch.txt")
    try:
        name.write_bytes(paper.read_bytes())
    except OSError:
        pytest.skip("this disk has names in one encoding only")

    assert ask("import", name).status == 0
    several = ask("import", name, paper, "--json")
    assert os.fsencode(several.found["files"][0]["source"]) == os.fsencode(name)
    refused(ask("import", name.with_name(os.fsdecode(b"m\xe2t.txt"))))


@unix
@pytest.mark.parametrize("command", [["show"], ["show", "--json"], ["list"], ["--help"]])
def test_a_reader_that_leaves_early_is_no_trouble(full: Path, command: list[str]) -> None:
    name, *options = command
    plan = plan_ids(full)[:1] if name == "show" else []
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, "--office", str(full), name, *plan, *options], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (0, b"")


@unix
@pytest.mark.parametrize("command", [["list"], ["--help"], ["import", "PAPER", "--json"]])
def test_an_output_without_room_is_told(office: Path, paper: Path, command: list[str]) -> None:
    words = [str(paper) if word == "PAPER" else word for word in command]
    with Path("/dev/full").open("wb") as nowhere:
        done = subprocess.run(
            [*PROGRAM, "--office", str(office), *words], stdout=nowhere, stderr=subprocess.PIPE, check=False
        )

    assert done.returncode == 2
    assert is_one_line(done.stderr.decode())


@unix
def test_closed_streams_are_no_trouble(office: Path) -> None:
    command = subprocess.list2cmdline([*PROGRAM, "--office", str(office), "list"])

    done = subprocess.run(["sh", "-c", f"{command} >&- 2>&-"], check=False)

    assert done.returncode == 0


def test_an_interrupt_is_quiet(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Office:
        raise KeyboardInterrupt

    monkeypatch.setattr(Office, "open", interrupted)

    said = ask("list")

    assert (said.status, said.out, said.err) == (130, "", "")


def test_a_bug_is_no_known_trouble(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Office:
        raise ZeroDivisionError

    monkeypatch.setattr(Office, "open", broken)

    with pytest.raises(ZeroDivisionError):
        ask("list")


def plan_ids(office: Path) -> list[str]:
    with Office.open(office) as opened:
        return list(opened.plans)
