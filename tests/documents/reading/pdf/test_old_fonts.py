"""Fonts of the time before Unicode: told by their names, turned font by font where several stand side by side."""

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.documents.reading.pdf.drawn import LEFT, Pages, said
from tthc_desktop.documents.reading.laid_out.blocks import Block
from tthc_desktop.documents.reading.pdf import read_pdf_paper
from tthc_desktop.resources import resource


def registered(name: str) -> str:
    """Register our own letters under the name of an old font, as if they were its letters."""
    font = TTFont(name, resource("fonts", "LiberationSerif-Regular.ttf"))
    font.face.name = name.encode()
    pdfmetrics.registerFont(font)
    return name


def drawn(*lines: tuple[tuple[str, str], ...]) -> bytes:
    pages = Pages()
    y = 60.0
    for line in lines:
        x = LEFT
        for font, words in line:
            pages.canvas.setFont(font, 14)
            pages.canvas.drawString(x, 842 - y, words)
            x += pages.canvas.stringWidth(words, font, 14)
        y += 60
    return pages.data()


def test_words_of_one_old_font_keep_their_letters_and_tell_the_font() -> None:
    font = registered(".VnTime")
    (block,) = read_pdf_paper(drawn(((font, "C¸c phßng rµ so¸t hå s¬ cña ng­êi d©n n¨m 2004"),)), "a.pdf").blocks
    assert isinstance(block, Block)
    assert str(block.text) == "C¸c phßng rµ so¸t hå s¬ cña ng­êi d©n n¨m 2004"
    assert block.font == ".VnTime"


def test_words_of_an_old_font_beside_others_are_turned() -> None:
    old, capital, new = registered(".VnTime"), registered(".VnTimeH"), registered("Times-Moi")
    paper = read_pdf_paper(
        drawn(
            ((capital, "kÕ ho¹ch "), (old, "cña ng­êi d©n trong x· vµ c¸c th«n")),
            ((new, "Năm 2031 "), (old, "gi¶i quyÕt hå s¬ ®óng h¹n")),
        ),
        "a.pdf",
    )
    assert said(paper) == ["KẾ HOẠCH của người dân trong xã và các thôn", "Năm 2031 giải quyết hồ sơ đúng hạn"]
    first = paper.blocks[0]
    assert isinstance(first, Block)
    assert first.original == "kÕ ho¹ch cña ng­êi d©n trong x· vµ c¸c th«n"
    assert [block.font for block in paper.blocks if isinstance(block, Block)] == ["", ""]
