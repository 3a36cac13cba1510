"""The numbers that Word counts are in no file; they are found as Word would show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading.word.made import level, listed, numbered, one_list, paragraph, read, said, tables
from tthc_desktop.documents.reading.laid_out.blocks import Block, Marker
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


_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV".split()
_FORMS = {
    "decimal": [str(count) for count in range(26)],
    "decimalZero": [f"{count:02}" for count in range(26)],
    "upperRoman": ["", *_ROMAN],
    "lowerRoman": ["", *(sign.lower() for sign in _ROMAN)],
    "upperLetter": ["", *"ABCDEFGHIJKLMNOPQRSTUVWXY"],
    "lowerLetter": ["", *"abcdefghijklmnopqrstuvwxy"],
}


def _counted(depths: list[int], starts: list[int]) -> list[list[int]]:
    """Count again from the beginning for each paragraph; a level that is left out counts as if it were there."""
    entries: list[int] = []
    found = []
    for depth in depths:
        for above in range(depth):
            if not _since(entries, above):
                entries.append(above)
        entries.append(depth)
        found.append([starts[one] + _since(entries, one) - 1 for one in range(depth + 1)])
    return found


def _since(entries: list[int], depth: int) -> int:
    """Return how many entries of a level there are since the last of a higher one."""
    many = 0
    for one in reversed(entries):
        if one < depth:
            break
        many += one == depth
    return many


@given(
    st.lists(st.integers(0, 3), min_size=1, max_size=15),
    st.lists(st.sampled_from(sorted(_FORMS)), min_size=4, max_size=4),
    st.lists(st.integers(1, 5), min_size=4, max_size=4),
)
def test_lists_made_at_random_count_as_one_counts_by_hand(
    depths: list[int], forms: list[str], starts: list[int]
) -> None:
    patterns = ["%1.", "%1.%2.", "%1.%2.%3", "(%4)"]
    levels = [level(at, forms[at], patterns[at], start=starts[at]) for at in range(4)]
    paper = read("".join(listed("Việc", 1, depth) for depth in depths), numbering=one_list(*levels))
    expected = []
    for depth, counts in zip(depths, _counted(depths, starts), strict=True):
        shown = patterns[depth]
        for at, count in enumerate(counts):
            shown = shown.replace(f"%{at + 1}", _FORMS[forms[at]][count])
        expected.append(f"{shown} Việc")
    assert said(paper) == expected


def _two_lists(more: str) -> str:
    """Return two lists that share what is abstract about them; the second has more to say."""
    both = one_list(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
    return both + f'<w:num w:numId="2"><w:abstractNumId w:val="1"/>{more}</w:num>'


def _override(depth: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def test_lists_of_one_kind_go_on_with_each_other_unless_one_begins_anew() -> None:
    body = listed("x", 1) + listed("x", 2) + listed("x", 1)
    assert said(read(body, numbering=_two_lists(""))) == ["1. x", "2. x", "3. x"]
    assert said(read(body, numbering=_two_lists(_override(0, 7)))) == ["1. x", "7. x", "8. x"]


def test_a_list_begins_anew_only_once() -> None:
    body = listed("x", 2) + listed("x", 2) + listed("x", 1) + listed("x", 2)
    assert said(read(body, numbering=_two_lists(_override(0, 4)))) == ["4. x", "5. x", "6. x", "7. x"]


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    assert said(read(listed("x", 1) + listed("x", 2), numbering=_two_lists(own))) == ["1. x", "II) x"]


@pytest.mark.parametrize(("restart", "shown"), [("0", "c) x"), ("1", "a) x"), ("", "a) x")])
def test_a_level_may_go_on_below_the_next_number(restart: str, shown: str) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    lists = one_list(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", more))
    body = "".join(listed("x", 1, depth) for depth in (0, 1, 1, 0, 1))
    assert said(read(body, numbering=lists))[-1] == shown


def test_legal_numbers_are_digits_all_along() -> None:
    lists = one_list(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    assert said(read(listed("x", 1) + listed("x", 1, 1), numbering=lists)) == ["I. x", "1.1. x"]


def test_a_list_that_names_a_style_is_that_of_the_style() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Kieu"/></w:abstractNum>'
        '<w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>'
    ) + one_list(level(0, "decimal", "Mục %1:"), list_id=9)
    style = f'<w:style w:type="numbering" w:styleId="Kieu"><w:pPr>{numbered(9)}</w:pPr></w:style>'
    assert said(read(listed("x", 8), numbering=lists, styles=style)) == ["Mục 1: x"]


def test_a_list_that_names_itself_numbers_nothing() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Kieu"/></w:abstractNum>'
        '<w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>'
    )
    style = f'<w:style w:type="numbering" w:styleId="Kieu"><w:pPr>{numbered(8)}</w:pPr></w:style>'
    assert said(read(listed("x", 8), numbering=lists, styles=style)) == ["x"]


def _marks(body: str, lists: str) -> list[Marker]:
    return [block.marker for block in read(body, numbering=lists).blocks if isinstance(block, Block) and block.marker]


@pytest.mark.parametrize(
    ("form", "words", "mark", "number", "shown"),
    [
        ("decimal", "%1.", Mark.ARABIC, "1", "1."),
        ("decimal", "%1", Mark.ARABIC, "1", "1"),
        ("decimal", "(%1)", Mark.PAREN_ARABIC, "1", "(1)"),
        ("decimal", "Điều %1.", Mark.ARTICLE, "1", "Điều 1."),
        ("upperRoman", "Chương %1", Mark.CHAPTER, "I", "Chương I"),
        ("upperRoman", "Phần %1.", Mark.PART, "I", "Phần I."),
        ("upperRoman", "%1.", Mark.ROMAN, "I", "I."),
        ("upperRoman", "%1 -", Mark.ROMAN, "I", "I -"),
        ("upperLetter", "%1.", Mark.UPPER, "A", "A."),
        ("lowerLetter", "%1)", Mark.LETTER, "a", "a)"),
        ("lowerLetter", "%1/", Mark.LETTER, "a", "a/"),
        ("lowerRoman", "(%1)", Mark.PAREN_ROMAN, "i", "(i)"),
        ("lowerRoman", "%1.", Mark.PAREN_ROMAN, "i", "i."),
        ("none", "đ)", Mark.LETTER, "đ", "đ)"),
        ("bullet", "-", Mark.DASH, "", "-"),
        ("bullet", "+", Mark.PLUS, "", "+"),
        ("bullet", "\uf0b7", Mark.DASH, "", "•"),
        ("bullet", "o", Mark.DASH, "", "o"),
    ],
)
def test_marks_of_plans_are_known(form: str, words: str, mark: Mark, number: str, shown: str) -> None:
    (found,) = _marks(listed("x", 1), one_list(level(0, form, words)))
    assert (found.mark, found.number, found.shown) == (mark, number, shown)


def test_a_number_of_no_plan_is_among_the_words() -> None:
    lists = one_list(level(0, "decimal", "Bước %1 -"), level(1, "decimal", "%1 đến %2"))
    assert said(read(listed("x", 1) + listed("y", 1, 1), numbering=lists)) == ["Bước 1 - x", "1 đến 1 y"]


@pytest.mark.parametrize(
    ("form", "words", "mark", "number", "shown"),
    [
        ("decimal", "%1.%2.", Mark.DECIMAL, "3.1", "III.1."),
        ("decimal", "%1-%2", Mark.DECIMAL, "3.1", "III-1"),
        ("lowerLetter", "%1.%2)", Mark.LETTER, "a", "III.a)"),
        ("upperRoman", "%1.%2", Mark.ROMAN, "I", "III.I"),
    ],
)
def test_numbers_below_others_of_another_form(form: str, words: str, mark: Mark, number: str, shown: str) -> None:
    lists = one_list(level(0, "upperRoman", "%1.", start=3), level(1, form, words))
    found = _marks(listed("x", 1) + listed("y", 1, 1), lists)[1]
    assert (found.mark, found.number, found.shown) == (mark, number, shown)


def test_a_sign_below_a_sign_is_a_plus() -> None:
    lists = one_list(level(0, "bullet", "•"), level(1, "bullet", "o"), level(2, "bullet", "-"))
    assert [one.mark for one in _marks("".join(listed("x", 1, at) for at in range(3)), lists)] == [
        Mark.DASH,
        Mark.PLUS,
        Mark.DASH,
    ]


def test_letters_of_a_list_that_names_them_itself() -> None:
    """Word keeps such lists as an alternative to one that older programs know."""
    own = (
        '<w:lvl w:ilvl="0"><w:start w:val="5"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="a, b, c, d, đ, e, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1)"/></w:lvl>'
    )
    found = _marks(listed("x", 1) * 3, one_list(own))
    assert [(one.shown, one.number, one.place) for one in found] == [("đ)", "đ", 5), ("e)", "e", 6), ("g)", "g", 7)]


@pytest.mark.parametrize(
    ("last", "letters", "places"),
    [
        ("", "abcdefg", [1, 2, 3, 4, 5, 6, 7]),  # Word knows no đ: its e is the fifth
        ("đ", "efg", [6, 7, 8]),  # đ was typed: e is what it says, and Word goes on to f
    ],
)
def test_letters_are_counted_as_they_follow_each_other(last: str, letters: str, places: list[int]) -> None:
    start = "abcdefg".index(letters[0]) + 1
    body = (paragraph(f"{last}) gõ tay") if last else "") + listed("x", 1) * len(letters)
    found = _marks(body, one_list(level(0, "lowerLetter", "%1)", start=start)))
    assert [one.shown[0] for one in found] == list(letters)
    assert [one.place for one in found] == places


def test_lists_that_begin_anew_where_vietnamese_leaves_letters_out() -> None:
    """So our own files are written: d, then đ by itself, then e, then g in a list that begins with it."""
    lists = (
        one_list(level(0, "lowerLetter", "%1)", start=4), list_id=1) + one_list(level(0, "none", "đ)"), list_id=2)
        + one_list(level(0, "lowerLetter", "%1)", start=5), list_id=3)
        + one_list(level(0, "lowerLetter", "%1)", start=7), list_id=4)
        + one_list(level(0, "lowerLetter", "%1)", start=11), list_id=5)
    )  # fmt: skip
    body = "".join(listed("x", list_id) for list_id in (1, 2, 3, 4, 4, 4, 5))
    found = _marks(body, lists)
    assert [one.number for one in found] == ["d", "đ", "e", "g", "h", "i", "k"]
    assert [one.place for one in found] == [4, 5, 6, 7, 8, 9, 10]


def test_a_number_alone_in_a_cell_is_kept_and_a_hidden_paragraph_is_not_counted() -> None:
    lists = one_list(level(0, "decimal", "%1"))
    hidden = "<w:p><w:pPr>" + numbered(1) + "<w:rPr><w:vanish/></w:rPr></w:pPr></w:p>"
    body = f"<w:tbl><w:tr><w:tc>{listed('', 1)}{hidden}{listed('', 1)}</w:tc></w:tr></w:tbl>"
    (table,) = tables(read(body, numbering=lists))
    blocks = [block for block in table.rows[0][0].blocks if isinstance(block, Block)]
    assert [block.marker.shown for block in blocks if block.marker] == ["1", "2"]


def test_boxes_count_by_themselves() -> None:
    lists = one_list(level(0, "decimal", "%1."))
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{listed('hộp', 1)}</w:txbxContent></v:textbox></w:pict></w:r>"
    paper = read(listed("x", 1) + f"<w:p>{box}</w:p>" + listed("x", 1), numbering=lists)
    assert said(paper) == ["1. x", "1. hộp", "2. x"]


def test_levels_beyond_the_ninth_are_the_ninth() -> None:
    lists = one_list(*(level(depth, "decimal", f"%{depth + 1}.") for depth in range(9)))
    assert said(read(listed("x", 1, 999), numbering=lists)) == ["1. x"]


def test_a_level_said_by_a_paragraph_goes_before_that_of_its_style() -> None:
    link = '<w:pStyle w:val="Muc"/>'
    lists = one_list(level(0, "decimal", "%1.", link), level(1, "lowerLetter", "%2)"))
    style = f'<w:style w:type="paragraph" w:styleId="Muc"><w:pPr>{numbered(1)}</w:pPr></w:style>'
    own = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = paragraph("x", link) + paragraph("y", f"{link}{own}")
    assert said(read(body, numbering=lists, styles=style)) == ["1. x", "a) y"]


def test_words_of_a_list_in_an_old_font_are_turned() -> None:
    more = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    (found,) = _marks(listed("x", 1), one_list(level(0, "decimal", "§iÒu %1.", more)))
    assert (found.mark, found.number, found.shown) == (Mark.ARTICLE, "1", "Điều 1.")
