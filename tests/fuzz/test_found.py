"""What trying the readers has found, each file kept: by now it is read, or refused with a sentence."""

from contextlib import suppress
from pathlib import Path

import pytest

from tests.fuzz.readers import READERS
from tthc_desktop.errors import UserError

FOUND = Path(__file__).parent / "found"
KEPT = {
    "part-without-name.docx": "docx",
    "strange-encoding.xlsx": "xlsx",
    "calamine-panics.xls": "xls",
    "folders-in-folders.xls": "xls",
    "streams-in-circles.xls": "xls",
    "page-of-no-type.pdf": "sign",
    "no-pages.pdf": "sign",
    "certificate-cut-short.pem": "roots",
}


def test_every_kept_file_is_tried() -> None:
    assert {path.name for path in FOUND.iterdir()} == KEPT.keys()


@pytest.mark.parametrize("name", KEPT)
def test_it_is_read_or_refused_in_words(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes((FOUND / name).read_bytes())
    with suppress(UserError):
        READERS[KEPT[name]].read(path)
