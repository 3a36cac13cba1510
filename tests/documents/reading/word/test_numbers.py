"""The numbers that Word counts are in no file; they are found as Word would show them."""

from tests.documents.reading.word.made import level, listed, numbered, one_list, paragraph, read, said
from tthc_desktop.documents.reading.laid_out.blocks import Block
from tthc_desktop.models.numbering import Mark

_OUTLINE = one_list(
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
)


def test_levels_count_under_each_other() -> None:
    body = "".join(listed("việc", 1, depth) for depth in (0, 1, 2, 2, 3, 3, 1, 2, 0, 1))
    paper = read(body, numbering=_OUTLINE)
    shown = [line.split()[0] for line in said(paper)]
    assert shown == ["I.", "1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "II.", "1."]
    marks = [block.marker for block in paper.blocks if isinstance(block, Block)]
    assert [(one.mark, one.number, one.place) for one in marks if one][:5] == [
        (Mark.ROMAN, "I", 1),
        (Mark.ARABIC, "1", 1),
        (Mark.DECIMAL, "1.1", 1),
        (Mark.DECIMAL, "1.2", 2),
        (Mark.LETTER, "a", 1),
    ]


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Khong"><w:basedOn w:val="Muc"/><w:pPr>'
        f"{numbered(0)}</w:pPr></w:style>"
    )
    lists = one_list(level(0, "decimal", "Điều %1.", '<w:pStyle w:val="Muc"/>'))
    body = "".join(paragraph("lời", f'<w:pStyle w:val="{style}"/>') for style in ("Muc", "Con", "Khong", "Muc"))
    assert said(read(body, styles=styles, numbering=lists)) == ["Điều 1. lời", "Điều 2. lời", "lời", "Điều 3. lời"]


def test_numbers_typed_by_hand_stay_in_the_words() -> None:
    assert said(read(paragraph("1. Rà soát") + paragraph("a) Công bố"))) == ["1. Rà soát", "a) Công bố"]


def test_a_letter_after_a_typed_d_is_the_next_of_the_plan() -> None:
    """Word knows no đ: clerks type it and let the list go on with e."""
    points = one_list(level(0, "lowerLetter", "%1)"))
    body = "".join(listed(f"điểm {place}", 1) for place in range(4)) + paragraph("đ) gõ tay") + listed("sau", 1)
    block = read(body, numbering=points).blocks[-1]
    assert isinstance(block, Block)
    assert block.marker
    assert (block.marker.shown, block.marker.number, block.marker.place) == ("e)", "e", 6)
