"""The folder that is carried along keeps the data beside the program."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from installer.portable import FOLDER, make_portable
from tests.updates import laid
from tthc_desktop.settings import CARRIED_DATA, office_file


def test_unpacked_it_keeps_its_data_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = make_portable(laid(tmp_path / "bundle", "0.1.0").folder, tmp_path)
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "stick")
        modes = {info.filename: info.external_attr >> 16 & os.X_OK for info in archive.infolist()}
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "stick" / FOLDER / "tthc-desktop"))

    assert office_file().parent == tmp_path / "stick" / FOLDER / CARRIED_DATA
    assert modes[f"{FOLDER}/tthc-desktop"] or sys.platform == "win32"
    assert not modes[f"{FOLDER}/app-0.1.0/lib/a.txt"]
