"""Files that a user may choose: texts in any encoding are read, everything else is refused with what to do."""

import io
import os
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tthc_desktop.documents.exchange import to_json
from tthc_desktop.documents.limits import LARGEST_TEXT
from tthc_desktop.documents.reading.files import read_file
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.counts import count

PAPER = (Path(__file__).parents[2] / "data" / "plans" / "markdown_two_appendices.txt").read_bytes().decode("utf-8")
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(words: str) -> bytes:
    """Return the bytes as old programs wrote them: a letter with its hat, then its tone."""
    return "".join(map(split_tone, words)).encode("cp1258", errors="replace")


def split_tone(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(part for part in parts if part in TONES)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES)) + tone


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8 with its mark": lambda words: words.encode("utf-8-sig"),
    "utf-16": lambda words: words.encode("utf-16"),
    "utf-16 big end first": lambda words: b"\xfe\xff" + words.encode("utf-16-be"),
    "windows-1258": windows_1258,
    "decomposed": lambda words: unicodedata.normalize("NFD", words).encode(),
    "line ends of Windows": lambda words: words.replace("\n", "\r\n").encode(),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ke-hoach.txt"


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as refused:
        read_file(path)
    assert "\n" not in str(refused.value)
    return refused.value


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_gives_the_same_plan(path: Path, encoding: str) -> None:
    path.write_bytes(ENCODINGS[encoding](PAPER))

    draft = read_file(path)

    expected = read_text(PAPER)
    assert count(draft.plan) == count(expected.plan)
    assert draft.plan.title == expected.plan.title
    assert draft.plan.source == "ke-hoach.txt"


def test_the_old_encoding_is_told(path: Path) -> None:
    path.write_bytes(windows_1258(PAPER))

    assert "Windows-1258" in read_file(path).problems[0].text


def test_a_damaged_letter_is_told_with_its_line(path: Path) -> None:
    lines = PAPER.encode().split(b"\n")
    lines[6] += b"\xc3"
    path.write_bytes(b"\n".join(lines))

    [problem] = [problem for problem in read_file(path).problems if "ký tự hỏng" in problem.text]
    assert problem.line == 7


def test_our_own_export_comes_in_as_it_is(tmp_path: Path) -> None:
    plan = copy_plan(sample_plan())
    for name in ("ke-hoach.json", "KE-HOACH.JSON", "ke-hoach.txt"):
        (tmp_path / name).write_text(to_json(plan), encoding="utf-8")
        draft = read_file(tmp_path / name)
        assert draft.plan == plan
        assert draft.unplaced == plan.unplaced


def test_damaged_json_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "hong.json"
    path.write_text(to_json(sample_plan())[:-50], encoding="utf-8")

    assert refusal(path).what.startswith("Tệp “hong.json”: ")


@pytest.mark.parametrize(
    "words",
    ["xin chào các bạn\nhẹn gặp lại", "- gạo\n- muối\n", "def f(x):\n    return x\n", "12\n\n13\n"],
)
def test_what_is_no_plan_is_kept_line_by_line_and_told(path: Path, words: str) -> None:
    path.write_text(words, encoding="utf-8")

    draft = read_file(path)

    assert [line.text for line in draft.unplaced] == [line for line in words.split("\n") if line]
    assert draft.plan.unplaced == draft.unplaced
    assert draft.plan.body == ()
    assert "kế hoạch" in draft.problems[-1].text


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "chữ")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pptx", zipped("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"),
        ("a.odt", zipped("content.xml"), "OpenDocument"),
        ("a.zip", zipped("a.txt"), "ZIP"),
        ("a.zip", zipped(), "ZIP"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        ("a.rar", b"Rar!\x1a\x07\x00", "RAR"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\x00", "7z"),
        ("a.gz", b"\x1f\x8b\x08\x00", "GZIP"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "hình ảnh"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "hình ảnh"),
        ("a.exe", b"MZ\x90\x00", "chương trình"),
        ("a.tthc", b"SQLite format 3\x00" + bytes(90), "dữ liệu"),
    ],
)
def test_files_of_other_programs_are_refused_with_the_way_to_text(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)

    assert said in refusal(tmp_path / name).what


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 50,
        b"K\xe1\xba\xbf\x00 ho\xe1\xba\xa1ch",
        bytes(range(1, 256)) * 20,
        b"\xff\xfe\x00",
        b"\x8d\x8f\x90 chu",
    ],
)
def test_binary_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)

    assert "văn bản thuần" in refusal(path).what


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)

    assert "trống" in refusal(path).what


def test_a_file_of_a_gigabyte_is_refused_unread_with_the_limit(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10**9)

    what = refusal(path).what
    assert "1\u00a0000,0 MB" in what
    assert f"{LARGEST_TEXT // 1_000_000} MB" in what


def test_a_missing_file_is_refused(path: Path) -> None:
    assert "không có tệp này" in refusal(path).what
    assert "không có tệp này" in refusal(path / "in" / "it").what


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "thư mục" in refusal(tmp_path).what


def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    assert "quá dài" in refusal(tmp_path / ("x" * 300)).what


def test_a_file_without_the_right_to_read_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text(PAPER, encoding="utf-8")

    def forbidden(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)

    assert "quyền đọc" in refusal(path).what


@pytest.mark.skipif(os.name != "posix", reason="only Unix has files that are none")
def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong")

    assert "tệp thường" in refusal(tmp_path / "ong").what
    assert "tệp thường" in refusal(Path("/dev/zero")).what


def test_a_text_in_tcvn3_is_turned_into_unicode(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    words = "KÕ ho¹ch kiÓm so¸t thñ tôc hµnh chÝnh\nI. Môc tiªu\n1. Tr\u00adëng phßng ký quyÕt ®Þnh\n"
    path.write_bytes(words.encode("cp1252"))
    draft = read_file(path)
    assert draft.lines[0].text == "Kế hoạch kiểm soát thủ tục hành chính"
    assert any("TCVN3" in problem.text for problem in draft.problems)
