"""Real plans as the program reads them, each read once: a long one takes it half a second."""

from functools import cache
from pathlib import Path

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.text import read_text


@cache
def draft_of(path: Path) -> Draft:
    """Return what a text is read as; nobody changes it."""
    return read_text(path.read_text(encoding="utf-8"), path.name)
