"""Word files with parts cut off, shuffled and overwritten: a paper or a sentence, nothing else, and soon."""

import io
import re
import zipfile
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    row,
    table,
    word_file,
)
from tthc_desktop.documents.reading.laid_out.blocks import Paper
from tthc_desktop.documents.reading.laid_out.tables import flat
from tthc_desktop.documents.reading.word import read_word
from tthc_desktop.errors import UserError

_TAG, _VALUE = re.compile(r"<[^>]+>"), re.compile(r'="([^"]*)"')
_ELEMENT = re.compile(r"<w:(p|tr|tc|tbl|r|lvl|num|abstractNum|style|footnote)[ >].*?</w:\1>", re.DOTALL)
_VALUES = [
    "",
    "-1",
    "0",
    "9" * 20,
    "%1%2%9%",
    "²",
    "٣",
    "none",
    "custom",
    "restart",
    "../../x",
    "FFFFFFFF",
    "D800",
    "/",
]
_FIELD = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    f"{paragraph('DỰ THẢO')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)


@cache
def _parts() -> dict[str, str | bytes]:
    """Return the parts of a file that has something of everything."""
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = row(cell("STT", begins), cell("Việc", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>")
    body = "".join(listed("mục", 1, depth) for depth in (0, 1, 2, 1))
    body += paragraph("Kế hoạch", '<w:pStyle w:val="Muc"/>', '<w:b/><w:rFonts w:hAnsi=".VnTime"/>')
    body += table(rows, row(cell("", goes_on), cell("a"), cell("b")), properties='<w:tblStyle w:val="Ke"/>')
    body += (
        f"<w:p>{_FIELD}{_BOX}<w:r><w:sym w:font='Wingdings' w:char='F0A7'/><w:tab/></w:r><w:ins><w:r><w:t>thêm</w:t>"
        "</w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del><w:r><w:footnoteReference w:id='2'/></w:r>"
        "</w:p><w:sectPr><w:pgSz w:orient='landscape'/></w:sectPr>"
    )
    levels = level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%2)"), level(2, "decimal", "%1.%2.%3")
    numbering = one_list(*levels, more='<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>')
    style = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    others = {
        "numbering": part("numbering", numbering),
        "styles": part("styles", style),
        "footnotes": part("footnotes", f'<w:footnote w:id="2">{paragraph("chú thích")}</w:footnote>'),
        "header": part("hdr", paragraph("2")),
    }
    return parts_of(document(body), others)


def _read(data: bytes) -> Paper | None:
    """Read a file that may be anything; None for one that is refused with a sentence."""
    try:
        paper = read_word(data, "van-ban.docx")
    except UserError:
        paper = None
    if paper is None:
        return None
    assert all(str(block.text) == str(block.text).strip() for block in flat(paper.blocks))
    return paper


def test_the_file_itself_is_read() -> None:
    paper = _read(packed(_parts()))
    assert paper
    assert [str(block.text) for block in flat(paper.blocks)] == [
        *["mục"] * 4, "Kế hoạch", "STT", "Việc", "a", "b", "▪\tthêm", "DỰ THẢO",
    ]  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=12))
def test_bytes_that_are_overwritten(changes: list[tuple[int, int]]) -> None:
    data = bytearray(packed(_parts()))
    for place, byte in changes:
        data[place % len(data)] = byte
    _read(bytes(data))


@given(st.integers(0, 1 << 20), st.binary(max_size=40))
def test_files_that_are_cut_off(length: int, tail: bytes) -> None:
    data = packed(_parts())
    _read(data[: length % len(data)] + tail)


_CHANGES = st.tuples(
    st.sampled_from(sorted(_parts())),
    st.sampled_from(["cut", "drop tag", "swap tag", "value", "drop element", "copy element", "nest", "byte"]),
    st.integers(0, 1 << 20),
    st.integers(0, 1 << 20),
)


@given(st.lists(_CHANGES, min_size=1, max_size=4))
def test_parts_that_are_shuffled(changes: list[tuple[str, str, int, int]]) -> None:
    parts = dict(_parts())
    for name, change, one, other in changes:
        parts[name] = _changed(str(parts[name]), change, one, other)
    _read(packed(parts))


@given(st.lists(st.sampled_from(sorted(_parts())), min_size=1, max_size=6, unique=True))
def test_parts_that_are_missing(names: list[str]) -> None:
    _read(packed({name: said for name, said in _parts().items() if name not in names} or {"a": ""}))


def _changed(xml: str, change: str, one: int, other: int) -> str:
    """Return XML after one change at places that two numbers choose."""
    tags = [match.span() for match in _TAG.finditer(xml)] or [(0, 0)]
    values = [match.span(1) for match in _VALUE.finditer(xml)] or [(0, 0)]
    elements = [match.span() for match in _ELEMENT.finditer(xml)] or [(0, 0)]
    tag, to = tags[one % len(tags)], tags[other % len(tags)]
    element = elements[one % len(elements)]
    value = values[one % len(values)]
    match change:
        case "cut":
            return xml[: one % (len(xml) + 1)]
        case "drop tag":
            return _put(xml, tag, "")
        case "swap tag":
            return _put(xml, tag, xml[slice(*to)])
        case "value":
            return _put(xml, value, _VALUES[other % len(_VALUES)])
        case "drop element":
            return _put(xml, element, "")
        case "copy element":
            return _put(xml, (to[0], to[0]), xml[slice(*element)])
        case "nest":
            inner = xml[slice(*element)]
            return _put(xml, element, inner.replace("</w:", f"{inner}</w:", 1 + other % 3) if inner else "")
        case _:
            place = one % (len(xml) + 1)
            return _put(xml, (place, place + 1), chr(other % 0xD7FF))


def _put(xml: str, span: tuple[int, int], said: str) -> str:
    return xml[: span[0]] + said + xml[span[1] :]


@pytest.mark.parametrize("char", ["D800", "110000", "0", "-1", "F0"])
def test_signs_that_are_none(char: str) -> None:
    """A half of a pair is no letter that can be kept."""
    paper = _read(word_file(f'<w:p><w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="{char}"/></w:r></w:p>'))
    assert paper
    assert str(next(flat(paper.blocks)).text).startswith("a")


def test_a_name_with_signs_that_no_part_has() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", document(paragraph("lời")))
        archive.writestr("../../ngoài.xml", "x")
        archive.writestr("WORD\\Styles.xml", "x")
    assert _read(stream.getvalue())
