"""The bill of materials: whose is what, from what lies in the program's folder."""

import json
import re
from importlib.metadata import files, version
from pathlib import Path

import pytest

from installer.bill import NobodysFileError, bill_of, parts_of


def test_files_and_modules_lead_to_those_whose_they_are(tmp_path: Path) -> None:
    [library] = [
        str(file) for file in files("lxml") or () if re.fullmatch(r"lxml/etree\.\w+[\w.-]*(so|pyd)", str(file))
    ]
    for file in (library, "tthc_desktop/_resources/a.json", "libpython3.11.so.1.0", "base_library.zip"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()

    parts = {part.name: part for part in parts_of(tmp_path, ["mako.template", "aiohttp"])}

    assert {"lxml", "Mako", "Python", "TTHC Desktop"} <= set(parts)
    assert not {"aiohttp", "reportlab", "pytest"} & set(parts)
    assert parts["lxml"].version == version("lxml")
    assert parts["lxml"].licence == "BSD-3-Clause"
    assert all(part.texts for part in parts.values())


def test_what_belongs_to_nobody_is_refused(tmp_path: Path) -> None:
    (tmp_path / "whose.bin").touch()

    with pytest.raises(NobodysFileError, match=r"whose\.bin"):
        parts_of(tmp_path, [])


def test_what_is_built_into_a_part_is_told_too(tmp_path: Path) -> None:
    parts = parts_of(tmp_path, ["pyrage", "PySide6.QtCore", "PySide6", "PIL.Image"])
    told = {one["name"]: one for one in json.loads(json.dumps(bill_of(parts)))["components"]}

    assert "aead" in [inner["name"] for inner in told["pyrage"]["components"]]
    assert "ICU" in [inner["name"] for inner in told["PySide6_Essentials"]["components"]]
    assert "libimagequant" not in [inner["name"] for inner in told["pillow"]["components"]]
    assert told["PySide6_Essentials"]["licenses"] == [{"expression": "LGPL-3.0-only"}]
