"""Clipboards as other programs write them, each with the structure that a person sees in it."""

from pathlib import Path

import pytest

from tests.documents.reading.clipboard.telling import told
from tthc_desktop.documents.reading.clipboard import Pasted, read_html, read_plain

FOLDER = Path(__file__).parents[3] / "data" / "clipboard"
COPIES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".html", ".plain"})


def read(path: Path) -> Pasted:
    words = path.read_bytes().decode("utf-8")
    return read_html(words) if path.suffix == ".html" else read_plain(words)


@pytest.mark.parametrize("path", COPIES, ids=lambda path: path.name)
def test_the_structure_is_recognised(path: Path) -> None:
    pasted = read(path)

    assert told(pasted) == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert pasted.unplaced == ()


def test_there_are_copies_of_every_program() -> None:
    assert {path.stem for path in COPIES} >= {
        "word_2016",
        "word_365_table",
        "libreoffice_writer",
        "google_docs",
        "chrome_page",
        "outlook_letter",
        "excel_block",
        "edge_pdf",
        "acrobat",
    }
