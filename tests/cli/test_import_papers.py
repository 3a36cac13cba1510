"""Papers of every kind come in on the command line; bad ones are told in one sentence; folders give a table."""

import io
import random
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.documents.reading.pdf.drawn import Pages
from tests.documents.reading.word.made import document, listed, packed, paragraph, parts_of, word_file
from tthc_desktop.cli import importing
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import render as print_of
from tthc_desktop.documents.writing.word import render as word_of
from tthc_desktop.models.plan import Plan

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
WEB = (
    "<html xmlns:w='urn:schemas-microsoft-com:office:word'><body><p>KẾ HOẠCH</p><p>Cải cách</p><p>1. Rà soát</p></body>"
)


@pytest.fixture(scope="module")
def sample() -> Plan:
    return sample_plan()


@pytest.fixture(scope="module")
def word(sample: Plan) -> bytes:
    return word_of(sample)


@pytest.fixture(scope="module")
def printed(sample: Plan) -> bytes:
    return print_of(sample)


@pytest.mark.parametrize("name", ["ke-hoach.docx", "ke-hoach.xlsx", "ke-hoach", "ke-hoach.pdf", "ke-hoach.txt"])
def test_word_and_print_come_in_whatever_they_are_called(
    ask: Ask, tmp_path: Path, sample: Plan, word: bytes, printed: bytes, name: str
) -> None:
    for data in (word, printed):
        (tmp_path / name).write_bytes(data)
        found = ask("import", tmp_path / name, "--json").found
        assert found["unplaced"] == []
        shown = ask("show", found["plan"], "--json").found
        assert shown["title"] == str(sample.title)
        assert len(shown["tasks"]) == len(sample.tasks)


def test_a_web_page_saved_as_doc(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "cũ.doc"
    path.write_text(WEB, encoding="utf-8")
    found = ask("import", path, "--json").found
    assert found["counts"]["arabic"] == 1
    single = f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{WEB}"
    path.write_bytes(single.encode())
    assert ask("import", path, "--json").found["counts"] == found["counts"]


@pytest.mark.needs("LibreOffice Writer")
def test_rtf_comes_in_through_libreoffice(ask: Ask, tmp_path: Path) -> None:
    words = "KẾ HOẠCH\nCải cách hành chính\nI. MỤC ĐÍCH\n1. Rà soát"
    lines = "".join(
        "".join(c if c < "\x80" else f"\\u{ord(c)}?" for c in line) + "\\par " for line in words.split("\n")
    )
    path = tmp_path / "cũ.rtf"
    path.write_bytes(b"{\\rtf1\\ansi\\uc1 " + lines.encode("ascii") + b"}")
    found = ask("import", path, "--json").found
    assert (found["counts"]["roman"], found["counts"]["arabic"]) == (1, 1)


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return stream.getvalue()


def many_pages() -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(10_000):
        writer.add_blank_page(200, 200)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def locked(printed: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(printed))
    writer.encrypt("bí mật", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def scan(_: bytes) -> bytes:
    pages = Pages()
    pages.picture(20, 20, 580, 830)
    return pages.data()


def odt(content: str, manifest: str = "<m/>") -> bytes:
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


LAUGHS = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
BAD: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "locked Word": ("a.docx", lambda _: OLE + "EncryptedPackage\0".encode("utf-16-le"), "bằng Word với mật khẩu"),
    "locked PDF": ("a.pdf", locked, "mật khẩu"),
    "truncated Word": ("a.docx", lambda _: word_file(paragraph("Kế hoạch") * 50)[:300], "chưa đủ"),
    "Word cut to its first bytes": ("a.docx", lambda _: b"PK\x03\x04", "chưa đủ"),
    "truncated PDF": ("a.pdf", lambda _: b"%PDF-1.7\n1 0 obj\n<<", "hỏng"),
    "nothing": ("a.docx", lambda _: b"", "trống"),
    "a PDF of nothing": ("a.pdf", lambda _: b"", "trống"),
    "a Word file without words": ("a.docx", lambda _: word_file(""), "trống"),
    "renamed picture": ("a.docx", lambda _: b"\x89PNG\r\n\x1a\n" + bytes(100), "hình ảnh"),
    "renamed program": ("a.pdf", lambda _: b"MZ" + bytes(100), "chương trình"),
    "zip bomb": ("a.docx", lambda _: bomb(), "quá lớn"),
    "XML bomb": ("a.docx", lambda _: packed(parts_of(LAUGHS + document("").partition("?>")[2])), "a.docx"),
    "external entity": ("a.docx", lambda _: packed(parts_of(OUTSIDE + document("").partition("?>")[2])), "a.docx"),
    "10,000 pages": ("a.pdf", lambda _: many_pages(), "trang"),
    "a scan": ("a.pdf", scan, "bản quét"),
    "presentation": ("a.docx", lambda _: packed({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
    "noise": ("a.docx", lambda _: random.Random(5).randbytes(20_000), "a.docx"),
    "locked OpenDocument": ("a.odt", lambda _: odt("<a/>", "<m:encryption-data/>"), "mật khẩu"),
    "OpenDocument bomb": ("a.odt", lambda _: odt(" " * 30_000_000), "quá lớn"),
    "OpenDocument with entities": ("a.odt", lambda _: odt(LAUGHS), "DTD"),
    "damaged web page": ("a.doc", lambda _: b"<html>" + b"<div>" * 100_000, "lồng nhau"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_one_sentence_and_leaves_no_office(
    ask: Ask, tmp_path: Path, office: Path, printed: bytes, kind: str
) -> None:
    name, make, words = BAD[kind]
    data = make(printed)
    (tmp_path / name).write_bytes(data)
    said = ask("import", tmp_path / name)
    assert (said.status, said.out) == (2, "")
    assert is_one_line(said.err)
    assert words in said.err
    assert not office.exists()
    assert (tmp_path / name).read_bytes() == data


@pytest.mark.needs("LibreOffice Writer")
def test_a_damaged_old_word_file_is_one_sentence(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(OLE + "WordDocument\0".encode("utf-16-le"))
    said = ask("import", tmp_path / "a.doc")
    assert said.status == 2
    assert is_one_line(said.err)
    assert "“a.doc”" in said.err


def test_a_web_page_of_parts_without_end_is_told(ask: Ask, tmp_path: Path) -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{place}\n\n--b{place}\n" for place in range(2000))
    (tmp_path / "a.mht").write_text(f"MIME-Version: 1.0\n{nested}", encoding="utf-8")
    said = ask("import", tmp_path / "a.mht")
    assert said.status in {0, 2}
    assert "Traceback" not in said.err


@pytest.mark.parametrize("json", [[], ["--json"]])
def test_without_libreoffice_a_sentence_says_how_to_save(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, json: list[str]
) -> None:
    monkeypatch.setattr("tthc_desktop.documents.reading.office_suite.installed", lambda: None)
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 a}")
    said = ask("import", tmp_path / "a.rtf", *json)
    assert said.status == 2
    assert is_one_line(said.err)
    assert ".docx" in said.err


def test_odd_papers_come_in_whole(ask: Ask, tmp_path: Path) -> None:
    """Macros, a list of a thousand levels, words from right to left."""
    body = "".join([paragraph("KẾ HOẠCH"), *(listed(f"mức {place}", 1, place) for place in range(1000))])
    body += paragraph("\u202eשלום\u202c مرحبا", "<w:bidi/>")
    (tmp_path / "a.docm").write_bytes(word_file(body, {"vbaProject": "macro"}))
    found = ask("import", tmp_path / "a.docm", "--json").found
    assert any("macro" in problem["text"] for problem in found["problems"])
    shown = ask("show", found["plan"]).out
    assert all(words in shown or words in str(found["unplaced"]) for words in ("mức 0", "mức 999", "שלום", "مرحبا"))


@pytest.fixture
def folder(tmp_path: Path, word: bytes, printed: bytes, paper: Path) -> Path:
    """Return a folder of old papers with what offices leave beside them."""
    place = tmp_path / "cũ"
    (place / "2024").mkdir(parents=True)
    (place / "a.docx").write_bytes(word)
    (place / "2024" / "b.pdf").write_bytes(printed)
    (place / "2024" / "c.txt").write_bytes(paper.read_bytes())
    (place / "2024" / "hỏng.docx").write_bytes(word[:500])
    for name in ("~$a.docx", ".~lock.a.docx#", ".ẩn.txt", "Thumbs.db", "anh.png"):
        (place / name).write_bytes(b"x")
    return place


def test_a_folder_comes_in_file_by_file(ask: Ask, folder: Path) -> None:
    said = ask("import", folder, "--json")
    assert said.status == 2
    assert is_one_line(said.err)
    assert "“hỏng.docx”" in said.err
    found = said.found
    assert [Path(file["source"]).name for file in found["files"]] == ["b.pdf", "c.txt", "hỏng.docx", "a.docx"]
    assert [("plan" in file, "error" in file) for file in found["files"]] == [(True, False)] * 2 + [
        (False, True),
        (True, False),
    ]
    assert (found["taken"], found["failed"], found["stopped"]) == (3, 1, False)
    assert len(ask("list", "--json").found["plans"]) == 3


def test_a_folder_is_told_as_a_table(ask: Ask, folder: Path) -> None:
    head, *rows = ask("import", folder).out.splitlines()
    assert head.split() == "Tệp Kết quả Nhiệm vụ Chỉ tiêu Chưa xếp Chú ý".split()
    assert [row.split()[0] for row in rows] == ["b.pdf", "c.txt", "hỏng.docx", "a.docx"]
    assert [row.index("đã nhập") for row in rows if "đã nhập" in row] == [head.index("Kết quả")] * 3
    assert rows[2].endswith("không nhập được")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_file_with_an_odd_name_has_one_row(ask: Ask, tmp_path: Path, paper: Path) -> None:
    place = tmp_path / "cũ"
    place.mkdir()
    names = ("hai\ndòng \x1b[31m.txt", f"{'x' * 240}.txt", "b.txt", "-rf --json.txt", "\udcff.txt")
    for name in names:
        (place / name).write_bytes(paper.read_bytes())
    (place / "vòng").symlink_to(place, target_is_directory=True)
    _, *rows = ask("import", place).out.splitlines()
    assert len(rows) == len(names)
    assert {row.count("đã nhập") for row in rows} == {1}
    assert max(map(len, rows)) < 160
    assert not any("\x1b" in row for row in rows)


def test_a_folder_without_papers_is_told(ask: Ask, tmp_path: Path, office: Path) -> None:
    (tmp_path / "trống").mkdir()
    said = ask("import", tmp_path / "trống")
    assert said.status == 2
    assert "không có tệp nào đọc được" in said.err
    assert not office.exists()


def test_an_interrupt_leaves_what_was_taken(ask: Ask, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = importing._read

    def interrupted(source: Path, wishes: object) -> object:
        if source.name == "hỏng.docx":
            raise KeyboardInterrupt
        return read(source, wishes)  # type: ignore[arg-type]

    monkeypatch.setattr(importing, "_read", interrupted)
    said = ask("import", folder, "--json")
    assert said.status == 130
    assert (said.found["taken"], said.found["stopped"]) == (2, True)
    monkeypatch.undo()
    assert len(ask("list", "--json").found["plans"]) == 2
