"""The bundled font and the guard that checks its glyphs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tthc_desktop.documents.writing.pdf import fonts
from tthc_desktop.documents.writing.pdf.fonts import VIETNAMESE, family, load
from tthc_desktop.errors import UserError

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


def test_every_vietnamese_letter_is_there() -> None:
    assert len(VIETNAMESE) == 146
    assert family().glyphs >= VIETNAMESE


def test_font_that_lacks_a_letter_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "VIETNAMESE", VIETNAMESE | {"中"})
    with pytest.raises(UserError, match="thiếu 1 chữ tiếng Việt"):
        load(*STYLES)


def test_widths_are_forgotten_when_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    widths = load(*STYLES).regular.widths
    monkeypatch.setattr(fonts, "_KEPT", 3)
    assert [widths[word] for word in "abcd"] == pytest.approx([0.444, 0.5, 0.444, 0.5], abs=0.001)
    assert len(widths) <= 3


@pytest.mark.parametrize("content", [None, b"no font"])
def test_font_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    for style in STYLES if content else ():
        (tmp_path / f"LiberationSerif-{style}.ttf").write_bytes(content or b"")
    monkeypatch.setattr(fonts, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(UserError, match="Không mở được phông chữ"):
        load(*STYLES)


def test_threads_that_ask_at_once_get_one_font() -> None:
    asked = (
        "from concurrent.futures import ThreadPoolExecutor as Pool\n"
        "from tthc_desktop.documents.writing.pdf.fonts import family\n"
        "print(len({id(found) for found in Pool(8).map(lambda _: family(), range(8))}))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
