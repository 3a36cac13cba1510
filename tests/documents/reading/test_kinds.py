"""Files are known by what is in them, whatever they are called."""

import io
import zipfile

import pytest

from tthc_desktop.documents.reading.kinds import Kind, begins_as_paper, begins_as_workbook, tell
from tthc_desktop.errors import UserError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str, first: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "chữ")
    return file.getvalue()


def holding(name: str, content: bytes) -> bytes:
    """Return a ZIP file with one part that is not packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", Kind.PDF),
        (b"\r\n\x00" * 20 + b"%PDF-1.4", Kind.PDF),
        (zipped("[Content_Types].xml", "word/document.xml"), Kind.WORD),
        (zipped("[Content_Types].xml", "word\\document.xml"), Kind.WORD),
        (zipped("[Content_Types].xml", "word/document.xml")[:-40], Kind.WORD),
        (zipped("content.xml", first=b"application/vnd.oasis.opendocument.text"), Kind.SUITE),
        (b" \n{\\rtf1\\ansi }", Kind.SUITE),
        (OLE + bytes(500) + "WordDocument\0".encode("utf-16-le"), Kind.SUITE),
        (OLE + bytes(500) + "EncryptedPackage\0".encode("utf-16-le"), Kind.WORD),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', Kind.SUITE),
        (b"<html xmlns:w='urn:schemas-microsoft-com:office:word'><body>", Kind.WEB),
        (b"\xef\xbb\xbf<!DOCTYPE HTML PUBLIC>", Kind.WEB),
        ("\ufeff<html>".encode("utf-16-le"), Kind.WEB),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", Kind.WEB),
        ("KẾ HOẠCH\n<b>chữ đậm</b>".encode(), Kind.TEXT),
        (b"", Kind.TEXT),
    ],
)
def test_kinds(data: bytes, kind: Kind) -> None:
    assert tell("ke-hoach.txt", data).kind is kind


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped("ppt/presentation.xml"), "PowerPoint"),
        (OLE + bytes(500) + "PowerPoint Document\0".encode("utf-16-le"), "PowerPoint"),
        (zipped("content.xml", first=b"application/vnd.oasis.opendocument.presentation"), "OpenDocument"),
        (zipped("a.txt"), "ZIP"),
        (b"MZ\x90\x00", "chương trình"),
        (b"GIF89a", "hình ảnh"),
    ],
)
def test_what_no_reader_takes_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UserError) as refused:
        tell("ke-hoach.docx", data)
    assert said in refused.value.what
    assert "“ke-hoach.docx”" in refused.value.what


PAPER, WORKBOOK = "word/document.xml", "xl/workbook.xml"


@pytest.mark.parametrize(
    ("data", "paper", "workbook"),
    [
        (zipped(PAPER), True, False),
        (zipped("[Content_Types].xml", WORKBOOK), False, True),
        (zipped("xl\\workbook.xml")[:60], False, True),
        (holding(PAPER, b"9xl/1 xl/workbook.xml"), True, False),
        (holding(PAPER, zipped(WORKBOOK)), True, False),
        (holding(WORKBOOK, zipped(PAPER)), False, True),
        (holding("a.bin", b"xl/ word/"), False, False),
        (zipped("content.xml", first=b"application/vnd.oasis.opendocument.spreadsheet"), False, True),
    ],
)
def test_only_names_of_parts_tell_word_from_excel(data: bytes, paper: bool, workbook: bool) -> None:
    """Packed bytes hold any three letters in one of some hundred files."""
    assert (begins_as_paper(data), begins_as_workbook(data)) == (paper, workbook)
