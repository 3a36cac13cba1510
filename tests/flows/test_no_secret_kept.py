"""Passwords and PINs are for one moment: whatever the program has written afterwards, none of it holds them."""

import base64
import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, ask, office
from tests.signing_means import PASSWORD
from tests.tokens import PIN
from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tests.ui.signing_here.test_page import folder, opened, opened_with_token, press
from tthc_desktop.models.changes import Change
from tthc_desktop.office import Office
from tthc_desktop.ui.bugs import keep_log

__all__ = ["ask", "folder", "office"]

WRONG = "Gõ nhầm 71"
OF_BACKUPS = "cụm từ giữ bản sao 38"
SECRETS = (PASSWORD, PIN, WRONG, OF_BACKUPS)


def forms(secret: str) -> Iterator[bytes]:
    """Yield how a secret would stand in a file."""
    for said in {secret, unicodedata.normalize("NFD", secret)}:
        yield from (said.encode(), said.encode("utf-16-le"), said.encode("unicode_escape"))
        yield base64.b64encode(said.encode()).rstrip(b"=")[:-1]
        yield said.encode().hex().encode()


def leaks(*folders: Path) -> list[tuple[str, str]]:
    """Return each secret with each file that holds it."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    held = {path: path.read_bytes() for path in files}
    return [
        (secret, path.name) for secret in SECRETS for path in files if any(form in held[path] for form in forms(secret))
    ]


def test_the_search_would_find_one(tmp_path: Path) -> None:
    for number, form in enumerate(forms(WRONG)):
        (tmp_path / str(number)).write_bytes(b"{" + form + b"}")
    assert len(leaks(tmp_path)) == len([*forms(WRONG)])


def test_the_window_keeps_none(hands: Hands, folder: Path, home: Path, tmp_path: Path) -> None:
    keep_log(home)
    page = opened(hands, folder)
    press(hands, page, WRONG)
    assert "không đúng" in page.told_line.text()
    press(hands, page)
    hands.window.memory.sync()
    assert (tmp_path / "da-ky.pdf").exists()
    assert leaks(tmp_path, home) == []


@pytest.mark.needs("softhsm2-util")
def test_the_window_keeps_no_pin(hands: Hands, folder: Path, home: Path, tmp_path: Path) -> None:
    page = opened_with_token(hands, folder, "Phong kia")
    press(hands, page, PIN)
    assert (folder / "da-ky.pdf").exists()
    hands.window.memory.sync()
    assert leaks(tmp_path, home) == []


def test_the_commands_keep_none(
    ask: Ask, office: Path, folder: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Office.open(office) as kept:
        kept.change(Change("Thêm", ((None, little_plan()),)))
    ask("print", "p1", tmp_path / "in.pdf")
    said = []
    for out, secret in (("sai.pdf", WRONG), ("da-ky.pdf", PASSWORD)):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{secret}\n"))
        signing = ("sign", tmp_path / "in.pdf", tmp_path / out, "--as", "person", "--p12", folder / "ky.p12")
        said.append(ask(*signing, "--picture", folder / "tay.png"))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{OF_BACKUPS}\n"))
    said.append(ask("backup", tmp_path / "khóa.tthc", "--password"))
    assert [one.status for one in said] == [2, 0, 0]
    assert leaks(tmp_path, home) == []
    assert not [secret for secret in SECRETS for one in said if secret in one.out + one.err]
