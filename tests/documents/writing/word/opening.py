"""Word files opened by others: their parts as XML, and their pages through LibreOffice."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest

from tthc_desktop.resources import resource

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{folder}</dir>
<cachedir>{cache}</cachedir><alias binding="same"><family>Times New Roman</family>
<prefer><family>Liberation Serif</family></prefer></alias></fontconfig>"""


def part(data: bytes, name: str = "word/document.xml") -> Element:
    """Return a part of a Word file."""
    with ZipFile(BytesIO(data)) as archive:
        return fromstring(archive.read(name))


def val(element: Element | None, name: str = "val") -> str:
    """Return an attribute of Word's, nothing where the element is not there."""
    return "" if element is None else element.get(W + name, "")


def paragraphs(root: Element, style: str = "") -> list[Element]:
    """Return the paragraphs in the order of the file, or those of a style alone."""
    found = list(root.iter(f"{W}p"))
    return [one for one in found if style in {"", val(one.find(f"{W}pPr/{W}pStyle"))}]


def elements(root: Element, *tags: str) -> list[Element]:
    """Return the elements of Word's with one of these names, in the order of the file."""
    wanted = {W + tag for tag in tags}
    return [one for one in root.iter() if one.tag in wanted]


def words(element: Element) -> str:
    """Return the words in an element, with a newline for each break."""
    return "".join("\n" if one.tag == f"{W}br" else one.text or "" for one in elements(element, "t", "br"))


class Suite:
    """LibreOffice with a profile of its own, and with the fonts of the program alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "fonts.conf").write_text(_FONTS.format(folder=resource("fonts"), cache=folder / "cache"))
        self._fonts = {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "HOME": str(folder)}

    def converted(self, files: Sequence[bytes], kind: str) -> list[bytes]:
        """Return Word files as files of another kind."""
        work = self._folder / f"{kind}-{len(list(self._folder.iterdir()))}"
        work.mkdir()
        names = [work / f"{place}.docx" for place in range(len(files))]
        for path, data in zip(names, files, strict=True):
            path.write_bytes(data)
        out = work / "out"
        command = ["soffice", f"-env:UserInstallation={(self._folder / 'profile').as_uri()}", "--headless"]
        told = subprocess.run(
            [*command, "--convert-to", kind, "--outdir", str(out), *map(str, names)],
            env={"PATH": "/usr/bin:/bin:/usr/local/bin", **self._fonts},
            capture_output=True,
            check=False,
            timeout=110,
        )
        made = [out / f"{path.stem}.{kind}" for path in names]
        assert all(path.exists() for path in made), told.stderr.decode(errors="replace")
        return [path.read_bytes() for path in made]


@pytest.fixture(scope="package")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Suite:
    """Return LibreOffice."""
    return Suite(tmp_path_factory.mktemp("suite"))


def page_words(pdf: bytes) -> list[str]:
    """Return what is drawn on each page in the order of drawing, without its number and without blanks.

    Words that a line ends within, as behind a hyphen, are whole again.
    """
    program = shutil.which("pdftotext")
    assert program
    text = subprocess.run([program, "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return [_squeezed(re.sub(r"\A\s*\d+\n", "", page)) for page in text.split("\f")[:-1]]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))
