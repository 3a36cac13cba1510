"""`update`: another version from a file, asked for on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.updates import laid, packed, version_in
from tthc_desktop import __version__
from tthc_desktop.updating import place


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an installed program."""
    program = laid(tmp_path / "program", __version__)
    monkeypatch.setattr(place, "program_folder", lambda: program.folder)
    return program.folder


def test_a_package_without_a_signature_is_installed_only_when_that_is_said(
    ask: Ask, folder: Path, tmp_path: Path
) -> None:
    package = packed(tmp_path, "9.8.7")

    refused = ask("update", package)
    assert (refused.status, version_in(folder)) == (2, __version__)
    assert is_one_line(refused.err)
    assert "không có chữ ký của nơi cung cấp" in refused.err

    assert ask("update", package, "--anyway", "--json").found == {"version": "9.8.7", "before": __version__}
    assert version_in(folder) == "9.8.7"


def test_one_step_back(ask: Ask, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask("update", "--json").found["before"] is None
    ask("update", packed(tmp_path, "9.8.7"), "--anyway")
    monkeypatch.setattr(place, "__version__", "9.8.7")

    assert f"Quay về được phiên bản {__version__}" in ask("update").out
    assert ask("update", "--back").status == 0
    assert version_in(folder) == __version__


@pytest.mark.parametrize("arguments", [("--back",), ("thieu.tthc-capnhat",)])
def test_trouble_is_one_line(ask: Ask, folder: Path, arguments: tuple[str, ...]) -> None:
    said = ask("update", *arguments)

    assert said.status == 2
    assert is_one_line(said.err)
    assert version_in(folder) == __version__


def test_a_checkout_is_not_updated_from_a_file(ask: Ask) -> None:
    assert "mã nguồn" in ask("update").err
