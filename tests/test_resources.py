"""The data files are found in a checkout and in an installed wheel, and the fonts know every Vietnamese letter."""

import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from tthc_desktop.resources import resource

ROOT = Path(__file__).resolve().parent.parent
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def test_a_checkout_uses_its_own_resources() -> None:
    assert resource("fonts") == ROOT / "resources" / "fonts"


def test_a_wheel_brings_every_resource(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")

    code = "from tthc_desktop.resources import resource; print(resource())"
    installed = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "installed", capture_output=True, text=True, check=True
    )

    folder = Path(installed.stdout.strip())
    assert folder.is_relative_to(tmp_path)
    news = (ROOT / "CHANGELOG.md").read_bytes()
    assert files_under(folder) == {**files_under(ROOT / "resources"), "CHANGELOG.md": news}


@pytest.mark.parametrize("face", FACES)
def test_a_font_draws_every_vietnamese_letter(face: str) -> None:
    drawn = TTFontFile(str(resource("fonts", f"LiberationSerif-{face}.ttf"))).charToGlyph

    missing = [letter for letter in vietnamese_letters() if not drawn.get(ord(letter))]

    assert missing == []


def vietnamese_letters() -> list[str]:
    """Return all letters of the alphabet, small and capital, with all tones."""
    vowels = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES]
    small = [*vowels, *"bcdđghklmnpqrstvx"]
    return [*small, *(letter.upper() for letter in small)]


def files_under(folder: Path) -> dict[str, bytes]:
    """Return the content of all files under `folder`."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
