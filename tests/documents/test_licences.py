"""The list of what is shipped, as the installer writes it and the window reads it."""

import json
from pathlib import Path

import pytest

from installer.bill import Part, bill_of
from tthc_desktop import __version__
from tthc_desktop.documents import licences


@pytest.fixture
def bill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of licences of an installed program."""
    folder = tmp_path / licences.FOLDER
    for name in ("Mako", "TTHC-Desktop"):
        (folder / name).mkdir(parents=True)
        (folder / name / "AUTHORS.txt").write_text("Người viết", encoding="utf-8")
        (folder / name / "LICENSE.txt").write_text(f"Giấy phép của {name}", encoding="utf-8")
    inner = ({"type": "library", "name": "ICU", "version": "73", "licenses": [{"expression": "Unicode-3.0"}]},)
    text = [folder / "Mako" / "LICENSE.txt"]
    parts = [
        Part("Mako", "1.4", "MIT", "pkg:pypi/mako@1.4", text),
        Part("abc", "2", "see the file", inner=inner),
        Part("TTHC Desktop", "0.1.0", "MIT", texts=text),
    ]
    (folder / licences.BILL).write_text(json.dumps(bill_of(parts)), encoding="utf-8")
    monkeypatch.setattr(licences, "resource", tmp_path.joinpath)
    return folder


def test_our_own_part_is_first_and_each_has_its_words(bill: Path) -> None:
    assert licences.is_listed()

    ours, abc, mako = licences.shipped_parts()

    assert (ours.name, abc.name, mako.name) == ("TTHC Desktop", "abc", "Mako")
    assert (mako.licence, abc.licence) == ("MIT", "see the file")
    assert mako.texts == (bill / "Mako" / "LICENSE.txt", bill / "Mako" / "AUTHORS.txt")
    assert mako.words().startswith("Giấy phép của Mako")
    assert abc.words() == "Gồm cả:\nICU 73 – Unicode-3.0"


def test_a_checkout_tells_of_its_own() -> None:
    assert not licences.is_listed()

    [ours] = licences.shipped_parts()

    assert (ours.version, ours.licence) == (__version__, "MIT")
    assert "Bitstream Vera" in ours.words()
    assert "SIL OPEN FONT LICENSE" in ours.words()
