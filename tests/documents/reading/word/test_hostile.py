"""Files that are damaged, locked, of another kind or made to burst: a sentence, no crash, nothing fetched."""

import io
import socket
import zipfile

import pytest

from tests.documents.reading.word.made import (
    cell,
    document,
    level,
    listed,
    one_list,
    packed,
    paragraph,
    part,
    parts_of,
    read,
    row,
    said,
    table,
    tables,
    word_file,
)
from tests.work import work
from tthc_desktop.documents.reading.laid_out.blocks import TableBlock
from tthc_desktop.documents.reading.laid_out.tables import flat
from tthc_desktop.documents.reading.word import counts, read_word
from tthc_desktop.errors import UserError

_GOOD = word_file(paragraph("Kế hoạch") * 50)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def _refused(data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        read_word(data, "van-ban.docx")
    assert "van-ban.docx" in caught.value.what
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "trống"),
        (_GOOD[: len(_GOOD) // 2], "chưa đủ"),
        (_GOOD[:40], "chưa đủ"),
        (b"PK\x03\x04", "chưa đủ"),
        (b"\0\1\2" * 100, "bị hỏng"),
        (b"%PDF-1.7", "tệp PDF"),
        (b"{\\rtf1 a}", "tệp RTF"),
        ("Kế hoạch".encode(), "văn bản thuần"),
        (_OLE + "EncryptedPackage\0".encode("utf-16-le"), "mật khẩu"),
        (_OLE + "WordDocument\0".encode("utf-16-le"), "tệp Word đời cũ"),
        (packed({"xl/workbook.xml": "<a/>"}), "bảng tính Excel"),
        (packed({"content.xml": "<a/>"}), "OpenDocument"),
        (packed({"anh.png": "x"}), "tệp nén ZIP"),
        (packed({"[Content_Types].xml": "<Types/>"}), "bị hỏng"),
        (packed(parts_of("<w:document")), "bị hỏng"),
        (packed(parts_of("")), "bị hỏng"),
        (packed(parts_of("<document/>")), "bị hỏng"),
        (packed(parts_of(document("").encode()[:-20])), "bị hỏng"),
    ],
)
def test_what_is_no_word_file_is_refused_with_a_sentence(data: bytes, words: str) -> None:
    assert words in _refused(data)


def test_a_part_under_a_password_is_refused() -> None:
    data = bytearray(_GOOD)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(sign, at + 1)
    assert "không đọc được" in _refused(bytes(data))


def test_the_text_is_read_without_parts_that_are_missing_or_no_xml() -> None:
    parts = parts_of(document(listed("lời", 1)), {"numbering": "<hỏng", "styles": "", "header": part("hdr", "")})
    del parts["word/header.xml"]
    assert said(read_word(packed(parts), "a.docx")) == ["lời"]
    alone = {"word/document.xml": document(paragraph("một mình"))}
    assert said(read_word(packed(alone), "a.docx")) == ["một mình"]


_LAUGHS = "".join(f'<!ENTITY e{at + 1} "{f"&e{at};" * 10}">' for at in range(9))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize(
    "declared",
    [
        f'<!DOCTYPE w:document [<!ENTITY e0 "ha">{_LAUGHS}]>',
        '<!DOCTYPE w:document [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:1/xau.dtd">',
    ],
)
def test_entities_are_not_for_word(declared: str, encoding: str) -> None:
    main = document(paragraph("&e9;")).partition("?>")[2]
    bomb = f"{declared}{main}".encode(encoding)
    if encoding == "utf-16-be":
        bomb = b"\xfe\xff" + bomb
    assert "DOCTYPE" in _refused(packed(parts_of(bomb)))
    assert "DOCTYPE" in _refused(packed({**parts_of(document("")), "word/_rels/document.xml.rels": bomb}))


def test_what_a_file_says_of_its_encoding_hides_no_entities() -> None:
    hidden = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a +AFsAPAAh-ENTITY b +ACI-c+ACIAPgBdAD4-'
    assert "bị hỏng" in _refused(packed(parts_of(hidden + document("").partition("?>")[2])))


def test_nothing_is_fetched_from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    outside = '<Relationship Id="rId9" Type="http://x/{}" Target="http://127.0.0.1:1/x.xml" TargetMode="External"/>'
    parts = parts_of(document(paragraph("lời") + '<w:altChunk r:id="rId9"/>'))
    relations = str(parts["word/_rels/document.xml.rels"])
    more = "".join(outside.format(kind) for kind in ("styles", "header", "customXml", "attachedTemplate"))
    parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", f"{more}</Relationships>")
    paper = read_word(packed(parts), "a.docx")
    assert said(paper) == ["lời"]
    assert "nhúng vào" in paper.problems[0].text


def test_a_zip_bomb_is_refused_before_it_bursts() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    assert "phình ra quá lớn" in _refused(stream.getvalue())


def test_a_paragraph_of_millions_of_letters_is_refused() -> None:
    words = "".join(f"<w:r><w:t>{place} {'từ' * 2_500_000}</w:t></w:r>" for place in range(5))
    parts = parts_of(document(f"<w:p>{words}</w:p>"))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    assert "quá dài" in _refused(stream.getvalue())


def test_more_paragraphs_and_cells_than_anybody_reads_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "MOST_PARTS", 1000)
    read_word(word_file("<w:p/>" * 1000), "a.docx")
    assert "quá dài" in _refused(word_file("<w:p/>" * 1001))
    assert "quá dài" in _refused(word_file(table(row("<w:tc/>" * 1001))))


def test_a_thousand_tables_in_each_other_keep_their_words_and_are_said() -> None:
    deep = paragraph("đáy")
    for place in range(1000):
        deep = f"<w:tbl><w:tr><w:tc>{paragraph(f'lớp {place}')}{deep}</w:tc></w:tr></w:tbl>"
    paper = read(deep)
    assert len(list(flat(paper.blocks))) == 1001
    assert "lồng nhau" in paper.problems[0].text


def test_boxes_in_boxes_keep_the_words_that_can_be_seen() -> None:
    deep = paragraph("đáy")
    for _ in range(200):
        deep = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{deep}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    paper = read(deep)
    assert [str(block.text) for block in flat(paper.blocks)] == ["đáy"]
    assert "lồng nhau" in paper.problems[0].text


def test_wrappers_without_end_are_gone_through() -> None:
    deep = "<w:r><w:t>lời</w:t></w:r>"
    for _ in range(1500):
        deep = f"<w:ins>{deep}</w:ins>"
    assert said(read(f"<w:p>{deep}</w:p>")) == ["lời"]


def test_a_list_of_a_thousand_levels() -> None:
    levels = "".join(level(at, "decimal", f"%{at + 1}.") for at in range(1000))
    paper = read("".join(listed("mục", 1, depth) for depth in range(1000)), numbering=one_list(levels))
    assert len(paper.blocks) == 1000
    assert said(paper)[:2] == ["1. mục", "1. mục"]


@pytest.mark.parametrize("wide", ["999999999", "99999999999999999999", "-5", "một", "²"])
def test_a_cell_over_columns_without_end(wide: str) -> None:
    (found,) = tables(read(table(row(cell("a", f'<w:gridSpan w:val="{wide}"/>'), cell("b")), row(cell("c")))))
    assert sum(one.columns for one in found.rows[0]) <= 3


def test_a_row_of_thousands_of_cells_keeps_their_words() -> None:
    (found,) = tables(read(table(row(*(cell(str(place)) for place in range(3000))))))
    assert sum(1 for _ in flat((found,))) == 3000
    assert len(found.rows[0]) <= 200


def test_a_number_whose_words_burst() -> None:
    lists = one_list(level(0, "lowerLetter", "%1" * 100_000, start=999_999_999))
    assert all(len(line) < 10_000 for line in said(read(listed("x", 1) * 3, numbering=lists)))


def test_work_grows_with_length_alone() -> None:
    def steps(many: int) -> int:
        rows = (
            row(cell("a", '<w:vMerge w:val="restart"/>'), cell("b")) + row(cell("x", "<w:vMerge/>"), cell("c")) * many
        )
        data = word_file(table(rows) + paragraph("lời") * many)
        return work(lambda: read_word(data, "a.docx"))

    assert steps(2000) < 10 * steps(250)


def test_it_may_be_stopped() -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, of: int) -> None:
        if done > of // 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        read_word(word_file(paragraph("lời") * 1000), "a.docx", stop)
    many = word_file(table(row(cell("a")) * 1000))
    steps: list[tuple[int, int]] = []
    assert isinstance(read_word(many, "a.docx", lambda *done: steps.append(done)).blocks[0], TableBlock)
    assert len(steps) > 4
