"""The words of paragraphs: looks through styles, fields, changes, boxes, notes, old fonts."""

import pytest

from tests.documents.reading.word.made import document, packed, paragraph, part, parts_of, read, said, word_file
from tthc_desktop.documents.reading.laid_out.blocks import Align, Block, Paper
from tthc_desktop.documents.reading.word import read_word
from tthc_desktop.models.text import to_markup


def _only(paper: Paper) -> Block:
    (block,) = paper.blocks
    assert isinstance(block, Block)
    return block


def _runs(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def _run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _style(name: str, inner: str, kind: str = "paragraph", based_on: str = "") -> str:
    below = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{below}{inner}</w:style>'


def test_bold_in_a_style_within_a_bold_style_is_plain() -> None:
    styles = _style("Dam", "<w:rPr><w:b/></w:rPr>") + _style("Chu", "<w:rPr><w:b/></w:rPr>", "character")
    within = _run("thường ", "<w:rStyle w:val='Chu'/>")
    off = _run("thôi", "<w:b w:val='0'/>")
    body = f"<w:p><w:pPr><w:pStyle w:val='Dam'/></w:pPr>{_run('đậm ')}{within}{off}</w:p>"
    assert to_markup(_only(read(body, styles=styles)).text) == "<b>đậm </b>thường thôi"


def test_a_style_takes_what_it_does_not_say_from_that_below() -> None:
    styles = _style("Goc", "<w:rPr><w:i/></w:rPr><w:pPr><w:jc w:val='center'/></w:pPr>")
    styles += _style("Con", "<w:rPr><w:b/></w:rPr>", based_on="Goc") + _style("Vong", "", based_on="Vong")
    block = _only(read(paragraph("lời", '<w:pStyle w:val="Con"/>'), styles=styles))
    assert to_markup(block.text) == "<b><i>lời</i></b>"
    assert block.align is Align.CENTRE
    assert str(_only(read(paragraph("vòng", '<w:pStyle w:val="Vong"/>'), styles=styles)).text) == "vòng"


@pytest.mark.parametrize(
    ("style", "heading"),
    [
        (_style("A", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>"), 2),
        (_style("A", "").replace('w:name w:val="A"', 'w:name w:val="heading 3"'), 3),
        (_style("A", "").replace('w:name w:val="A"', 'w:name w:val="Đầu đề 1"'), 1),
        (_style("B", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>") + _style("A", "", based_on="B"), 1),
        (_style("A", "<w:pPr><w:outlineLvl w:val='9'/></w:pPr>"), 0),
    ],
)
def test_headings_are_known_by_level_and_by_name(style: str, heading: int) -> None:
    assert _only(read(paragraph("Mục", '<w:pStyle w:val="A"/>'), styles=style)).heading == heading


def test_capitals_are_capitals_and_hidden_words_are_left_out() -> None:
    body = _runs(_run("kế hoạch", "<w:caps/>"), _run(" ẩn", "<w:vanish/>"), _run(" năm"))
    assert str(_only(read(body)).text) == "KẾ HOẠCH năm"


def test_signs_breaks_and_symbols() -> None:
    body = _runs(
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
        "<w:t>e</w:t><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Symbol' w:char='F0B3'/></w:r>"
    )
    assert str(_only(read(body)).text) == "a\tb\nc-de✓≥"


def test_words_of_the_file_are_in_one_form() -> None:
    assert str(_only(read(paragraph("Ho\u0300a\u0300"))).text) == "Hòà"


def test_fields_show_what_came_of_them() -> None:
    def char(kind: str) -> str:
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    link = "<w:r><w:instrText> HYPERLINK “đâu đó” </w:instrText></w:r>"
    body = _runs(_run("trước "), char("begin"), link, char("separate"), _run("liên kết"), char("end"), _run(" sau"))
    simple = "<w:p><w:fldSimple w:instr='MERGEFIELD x'><w:r><w:t>giá trị</w:t></w:r></w:fldSimple></w:p>"
    linked = "<w:p><w:hyperlink w:anchor='x'><w:r><w:t>tới đây</w:t></w:r></w:hyperlink></w:p>"
    assert said(read(body + simple + linked)) == ["trước liên kết sau", "giá trị", "tới đây"]


def test_a_field_that_is_never_closed_hides_nothing_below() -> None:
    body = "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r></w:p>"
    assert said(read(body + paragraph("vẫn còn"))) == ["vẫn còn"]


def test_a_table_of_contents_is_set_aside() -> None:
    begin = (
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> TOC \\o </w:instrText>"
        "<w:fldChar w:fldCharType='separate'/></w:r>"
    )
    body = f"<w:p>{begin}{_run('I. Mục đích 1')}</w:p>" + paragraph("II. Yêu cầu 2")
    end = "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    paper = read(body + end + paragraph("I. Mục đích"))
    assert said(paper) == ["I. Mục đích"]
    assert [str(block.text) for block in paper.aside] == ["I. Mục đích 1", "II. Yêu cầu 2"]


def test_changes_are_read_as_accepted_and_said() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = (
        f"<w:p>{_run('Rà soát ')}<w:ins>{_run('đủ ')}</w:ins>"
        "<w:del><w:r><w:delText>thiếu </w:delText></w:r></w:del></w:p>"
        f"<w:p>{mark}{_run('nối ')}</w:p>" + paragraph("liền")
    )
    paper = read(body)
    assert said(paper) == ["Rà soát đủ", "nối liền"]
    assert "2 chỗ theo dõi thay đổi" in paper.problems[0].text


def test_a_row_that_was_deleted_is_gone() -> None:
    rows = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    assert read(f"<w:tbl>{rows}</w:tbl>" + paragraph("còn")).blocks[0] == _only(read(paragraph("còn")))


def test_a_box_floats_beside_the_text_and_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('DỰ THẢO')}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    paper = read(_runs(_run("SỞ TƯ PHÁP"), drawn))
    assert [(str(block.text), block.boxed) for block in paper.blocks if isinstance(block, Block)] == [
        ("SỞ TƯ PHÁP", False),
        ("DỰ THẢO", True),
    ]


def test_pictures_are_counted() -> None:
    picture = "<w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing></w:r>"
    assert read(_runs(picture, picture)).pictures == 2


def test_notes_are_apart_and_their_place_is_said() -> None:
    notes = (
        f"<w:footnote w:id='0'>{paragraph('')}</w:footnote><w:footnote w:id='5'>{paragraph('theo Luật')}</w:footnote>"
    )
    body = _runs(_run("Thực hiện đúng hạn"), "<w:r><w:footnoteReference w:id='5'/></w:r>") + paragraph("hết")
    paper = read(body, footnotes=notes)
    assert said(paper) == ["Thực hiện đúng hạn", "hết"]
    assert [str(block.text) for block in paper.notes] == ["theo Luật"]
    assert "Chú thích cuối trang số 1 của đoạn “Thực hiện đúng hạn”" in paper.problems[0].text


def test_heads_and_feet_of_pages_are_aside_but_for_the_head_of_a_letter() -> None:
    others = {
        "header": part("hdr", paragraph("3")),
        "header 2": part("hdr", paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        "footer": part("ftr", paragraph("Lưu hành nội bộ")),
    }
    paper = read_word(word_file(paragraph("lời"), others), "a.docx")
    assert said(paper) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "lời"]
    assert [str(block.text) for block in paper.aside] == ["3", "Lưu hành nội bộ"]


def test_comments_and_macros_are_said() -> None:
    others = {"comments": part("comments", "<w:comment/><w:comment/>"), "vbaProject": "macro"}
    paper = read_word(word_file(paragraph("lời"), others), "a.docm")
    assert [problem.text[:18] for problem in paper.problems] == ["Có 2 ghi chú bên l", "Tệp có macro; macr"]


def test_sections_on_their_long_side() -> None:
    tall, wide = "<w:sectPr><w:pgSz/></w:sectPr>", "<w:sectPr><w:pgSz w:orient='landscape'/></w:sectPr>"
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    paper = read(paragraph("dọc", tall) + paragraph("ngang") + table + wide)
    assert [block.landscape for block in paper.blocks] == [False, True, True]


def test_words_of_one_old_font_are_left_with_their_font() -> None:
    """The reader of papers turns whole paragraphs; ư of TCVN3 is a soft hyphen and must be there for it."""
    font = "<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>"
    block = _only(read(paragraph("Kiểm".replace("ể", "Ó") + " t\u00ad", run=font)))
    assert (str(block.text), block.font) == ("KiÓm t\u00ad", ".VnTime")


def test_words_of_several_fonts_are_turned_font_by_font() -> None:
    def of(font: str) -> str:
        return f"<w:rFonts w:ascii='{font}' w:hAnsi='{font}'/>"

    body = _runs(
        _run("kÕ ho¹ch", of(".VnTimeH")), _run(" kiÓm ", of(".VnTime")), _run("so¸t", f"<w:b/>{of('.VnTime')}"),
        _run(" thủ tục", of("Times New Roman")), _run(" haønh chính", of("VNI-Times")),
    )  # fmt: skip
    paper = read(body)
    block = _only(paper)
    assert to_markup(block.text) == "KẾ HOẠCH kiểm <b>soát</b> thủ tục hành chính"
    assert block.font == ""
    assert "chữ hoa có dấu" in paper.problems[0].text


def test_fonts_come_from_the_theme_and_from_styles() -> None:
    latin = "<a:latin typeface='Times New Roman'/>"
    theme = (
        "<a:theme xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:themeElements><a:fontScheme>"
        f"<a:minorFont>{latin}</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )
    styles = part(
        "styles",
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='minorHAnsi' w:hAnsiTheme='minorHAnsi'/></w:rPr>"
        "</w:rPrDefault></w:docDefaults>" + _style("Cu", "<w:rPr><w:rFonts w:hAnsi='VNI-Times'/></w:rPr>"),
    )
    body = paragraph("mới") + paragraph("cu", "<w:pStyle w:val='Cu'/>")
    paper = read_word(word_file(body, {"styles": styles, "theme": theme}), "a.docx")
    assert [block.font for block in paper.blocks if isinstance(block, Block)] == ["Times New Roman", "VNI-Times"]


def test_content_controls_and_smart_tags_only_wrap() -> None:
    held = f"<w:sdt><w:sdtContent>{paragraph('trong khung')}</w:sdtContent></w:sdt>"
    inner = f"<w:p><w:smartTag><w:sdt><w:sdtContent>{_run('Hà Nội')}</w:sdtContent></w:sdt></w:smartTag></w:p>"
    assert said(read(held + inner)) == ["trong khung", "Hà Nội"]


def test_words_from_right_to_left_keep_their_order() -> None:
    block = _only(read(paragraph("שלום kế hoạch", "<w:bidi/><w:jc w:val='left'/>", "<w:rtl/>")))
    assert (str(block.text), block.align) == ("שלום kế hoạch", Align.RIGHT)


def test_the_strict_form_of_the_standard_is_read_too() -> None:
    loose = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = document(paragraph("chặt")).replace(loose, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert said(read_word(packed(parts_of(strict)), "a.docx")) == ["chặt"]


def test_a_framed_paragraph_is_boxed_and_a_large_first_letter_belongs_to_the_next() -> None:
    body = paragraph("DỰ THẢO", '<w:framePr w:wrap="around"/>') + paragraph("T", '<w:framePr w:dropCap="drop"/>')
    paper = read(body + paragraph("hực hiện"))
    assert [(str(block.text), block.boxed) for block in paper.blocks if isinstance(block, Block)] == [
        ("DỰ THẢO", True),
        ("Thực hiện", False),
    ]


def test_lines_of_contents_are_known_by_their_style_too() -> None:
    style = _style("M1", "").replace('w:name w:val="M1"', 'w:name w:val="toc 1"')
    paper = read(paragraph("I. Mục đích 1", '<w:pStyle w:val="M1"/>') + paragraph("I. Mục đích"), styles=style)
    assert (said(paper), len(paper.aside)) == (["I. Mục đích"], 1)
