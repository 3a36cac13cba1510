"""The installed program: a window or a command, and what it lets other programs have."""

import os
from pathlib import Path

import pytest

from installer.start import give_back_library_path, wants_window
from tthc_desktop.cli.wordings import COMMANDS


@pytest.mark.parametrize(
    "arguments",
    [
        *([], ["a.tthc"], ["Cơ quan.TTHC"], ["--sample"], ["--self-test"]),
        *(["--office", "a.tthc"], ["--office=a.tthc"], ["--office", "a.tthc", "--sample"]),
    ],
)
def test_without_a_command_the_window_is_opened(arguments: list[str]) -> None:
    assert wants_window(arguments, windowed=False)


@pytest.mark.parametrize("command", [*(command.name for command in COMMANDS), "--help", "--version"])
def test_commands_open_no_window(command: str) -> None:
    assert not wants_window([command, "a.tthc"], windowed=False)
    assert not wants_window(["--office", "a.tthc", command], windowed=False)


def test_the_program_with_a_window_opens_it_in_any_case() -> None:
    assert wants_window(["list"], windowed=True)


@pytest.mark.parametrize("former", ["", "/opt/lib"])
def test_programs_that_we_start_find_the_systems_libraries(monkeypatch: pytest.MonkeyPatch, former: str) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", str(Path("/usr/lib/tthc-desktop")))
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", former)

    give_back_library_path()

    assert os.environ.get("LD_LIBRARY_PATH", "") == former
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
