"""The program tries itself: a job which fails is told with its reason (tests/installer lets it try all its jobs)."""

from pathlib import Path

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.self_test import try_all
from tthc_desktop.self_test.place import NotAsWantedError, Place, Trial, expect, written


def test_what_fails_is_told_with_its_reason_and_the_others_are_tried_all_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = try_all(trials=[Trial("Một", _refuse), Trial("Hai", _fall), Trial("Ba", _differ), Trial("Bốn", _do)])

    lines = capsys.readouterr().out.splitlines()
    assert status == 1
    assert lines[1].startswith("HỎNG  Một: Đĩa đầy. Hãy dọn bớt.")
    assert any("KeyError: 'thieu'" in line for line in lines)
    assert any(line.startswith("HỎNG  Ba: số trang: có 1, phải là 2") for line in lines)
    assert any(line.startswith("được  Bốn: xong") for line in lines)
    assert lines[-1] == "Tự kiểm tra 4 việc: 3 việc HỎNG."


def test_a_file_that_was_not_written_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "co.pdf").write_bytes(b"%PDF")
    (tmp_path / "rong.pdf").touch()

    with pytest.raises(NotAsWantedError, match=r"chưa ghi được rong\.pdf, thieu\.pdf"):
        written(*(tmp_path / name for name in ("co.pdf", "rong.pdf", "thieu.pdf")))


def _refuse(_place: Place) -> str:
    raise UserError("Đĩa đầy.", "Hãy dọn bớt.")


def _fall(_place: Place) -> str:
    return {"co": ""}["thieu"]


def _differ(_place: Place) -> str:
    expect(found=1, wanted=2, about="số trang")
    return ""


def _do(_place: Place) -> str:
    return "xong"
