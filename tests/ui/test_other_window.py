"""A second window is a second process of this program."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tthc_desktop.ui.other_window import open_in_other_window


@pytest.mark.needs("sh")
@pytest.mark.parametrize(("frozen", "begins"), [(False, ["-m", "tthc_desktop"]), (True, [])])
def test_the_program_is_started_with_the_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, frozen: bool, begins: list[str]
) -> None:
    told, program = tmp_path / "told", tmp_path / "program"
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{told}.part'\nmv '{told}.part' '{told}'\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    office = tmp_path / "khôi phục năm 2030.tthc"
    assert open_in_other_window(office)
    qtbot.waitUntil(told.exists)
    assert told.read_text(encoding="utf-8").splitlines() == [*begins, "--office", str(office)]


def test_a_program_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "không có"))
    assert not open_in_other_window(tmp_path / "van-phong.tthc")
