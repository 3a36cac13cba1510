"""PDFs that are to be kept as they are."""

from pathlib import Path

import pytest

from tthc_desktop.documents.reading import pdf_file
from tthc_desktop.documents.reading.pdf_file import read_pdf
from tthc_desktop.documents.reading.raw import Wanted
from tthc_desktop.errors import UserError


@pytest.mark.parametrize("data", [b"%PDF-1.4\nx", b"\xef\xbb\xbf\n%PDF-2.0", b"\x00" * 900 + b"%PDF-1.7"])
def test_a_pdf_is_read_word_for_word(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)

    assert read_pdf(tmp_path / "a.pdf") == data


@pytest.mark.parametrize("data", [b"", b"PDF", b"\x00" * 1100 + b"%PDF-1.7", "Kế hoạch".encode()])
def test_anything_else_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)

    with pytest.raises(UserError, match="không phải là tệp PDF"):
        read_pdf(tmp_path / "a.pdf")


def test_places_without_a_file_are_told(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "a.pdf", "không có tệp này"), (tmp_path, "một thư mục"), (Path("\0"), "lỗi")):
        with pytest.raises(UserError, match=said):
            read_pdf(path)


def test_a_folder_is_answered_with_what_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        read_pdf(tmp_path)

    assert refused.value.advice == "Hãy chọn một tệp PDF (.pdf) trong thư mục đó."


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "_WANTED", Wanted("tệp PDF", 1_000_000, "Hãy nén lại."))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7" + bytes(1_500_000))

    with pytest.raises(UserError, match="lớn 1,5 MB, quá giới hạn 1 MB"):
        read_pdf(tmp_path / "a.pdf")
