"""The parts of dev.py that decide something."""

import re
import sys
import tomllib
from contextlib import nullcontext
from pathlib import Path

import pytest

import dev


@pytest.mark.parametrize(
    ("platform", "environment", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
    ],
)
def test_a_display_is_found(platform: str, environment: dict[str, str], shown: bool) -> None:
    assert dev.has_display(platform, environment) is shown


def test_arguments_after_the_chore_are_handed_on() -> None:
    assert dev.parse(["test", "-k", "plan", "--lf"]) == ("test", ["-k", "plan", "--lf"])


@pytest.mark.parametrize(("rest", "handed_on"), [([], dev.SIDE_BY_SIDE), (["-k", "plan"], ("-k", "plan"))])
def test_tests_run_side_by_side_unless_arguments_follow(
    monkeypatch: pytest.MonkeyPatch, rest: list[str], handed_on: tuple[str, ...]
) -> None:
    called: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "set_up_tests", lambda: None)
    monkeypatch.setattr(dev, "compiling", nullcontext)
    monkeypatch.setattr(dev, "call", lambda *command: called.append(command))

    dev.test(rest)

    assert called[-1] == ("python", "-m", "pytest", *handed_on)


def test_an_unknown_chore_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        dev.parse(["tset"])

    assert "tset" in capsys.readouterr().err


def test_only_what_this_machine_lacks_is_missing() -> None:
    needs = {"libno-such-library.so.9": "libno9", "no-such-tool": "no-tool", sys.executable: "python3"}

    assert dev.missing(needs) == ["libno9", "no-tool"]


def test_the_fingerprint_follows_the_content(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("a", encoding="utf-8")
    second.write_text("b", encoding="utf-8")
    before = dev.fingerprint([first, second])

    second.write_text("c", encoding="utf-8")

    assert dev.fingerprint([first, second]) != before


def test_a_needed_package_that_nobody_may_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "may_install", lambda: False)

    with pytest.raises(dev.SetUpError, match="sudo apt-get install libegl1 libgl1"):
        dev.prepare_system(["libegl1", "libgl1"])


def test_tests_go_on_without_a_program_that_nobody_may_install(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(dev, "TEST_TOOLS", {"no-such-program": "no-such-package"})
    monkeypatch.setattr(dev, "apt_install", asked.append)
    monkeypatch.setattr(sys, "platform", "linux")

    for allowed in (False, True):
        monkeypatch.setattr(dev, "may_install", lambda allowed=allowed: allowed)
        dev.bring_test_tools()

    assert asked == [["no-such-package"]]


def test_trouble_is_one_line_and_a_failed_exit(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))

    assert dev.main(["check"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize(("lock", "groups"), [(dev.RUN_LOCK, ["build"]), (dev.TEST_LOCK, ["build", "dev"])])
def test_a_lock_pins_what_the_project_asks_for(lock: Path, groups: list[str]) -> None:
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *(name for g in groups for name in project["dependency-groups"][g])]
    pinned = set(re.findall(r"^([\w-]+)==", lock.read_text("utf-8"), re.MULTILINE))

    assert {re.split(r"[^\w-]", name)[0].replace("_", "-").lower() for name in asked} <= pinned


@pytest.mark.parametrize("lock", [dev.RUN_LOCK, dev.TEST_LOCK])
def test_a_lock_names_no_host(lock: Path) -> None:
    assert "://" not in lock.read_text("utf-8")


def test_both_locks_pin_the_same_releases() -> None:
    run, test = (
        {*re.findall(r"^[\w-]+==\S+", lock.read_text("utf-8"), re.MULTILINE)} for lock in (dev.RUN_LOCK, dev.TEST_LOCK)
    )

    assert run <= test


def test_what_continuous_integration_calls_is_there() -> None:
    script = (dev.ROOT / ".ci" / "run").read_text(encoding="utf-8")
    called = re.findall(r"dev\.py (\w+)", script)
    assert called == ["test", "installer"]
    assert dev.CHORES.keys() >= set(called)
