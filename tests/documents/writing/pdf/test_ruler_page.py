"""The page with rulers measures what it says."""

from io import BytesIO

from pikepdf.pdfa import validate_written

from tests.documents.writing.pdf.reading import page_texts
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.dots import dots_of
from tthc_desktop.documents.reading_order import reading_order
from tthc_desktop.documents.writing.pdf.ruler_page import SQUARE, SQUARE_AT, TITLE, ruler_page

DOTS = 10
"""Dots per millimetre of the picture that is measured."""


def picture() -> list[bytes]:
    """Return the page in grey, row by row, a tenth of a millimetre each."""
    width, height = 210 * DOTS, 297 * DOTS
    rows = [b"\xff" * width] * height
    with dots_of(ruler_page()) as file:
        for strip in file.strips(0, width, height):
            assert strip.is_grey
            for row in range(strip.height):
                rows[strip.top + row] = strip.dots[row * width : (row + 1) * width]
    return rows


def rules_in(row: bytes) -> list[float]:
    """Return where dark lines cross a row, in millimetres."""
    return [at / DOTS for at in range(1, len(row)) if row[at] < 128 <= row[at - 1]]


def is_near(found: list[float], wanted: float) -> bool:
    return any(abs(at - wanted) <= 0.15 for at in found)


def test_the_square_and_the_margins_have_their_measures() -> None:
    rows = picture()
    columns = [bytes(row[at] for row in rows) for at in (48 * DOTS, round((SQUARE_AT[0] + 25.5) * DOTS))]
    across = rules_in(rows[round((SQUARE_AT[1] + 25.5) * DOTS)])
    names = ("margin_left", "margin_right", "margin_top", "margin_bottom")
    left, right, top, bottom = (rules().measures[name].value for name in names)
    for at in (left, SQUARE_AT[0], SQUARE_AT[0] + SQUARE, 210 - right):
        assert is_near(across, at)
    down = [at for column in columns for at in rules_in(column)]
    for at in (top, SQUARE_AT[1], SQUARE_AT[1] + SQUARE, 297 - bottom):
        assert is_near(down, at)


def test_rulers_begin_at_the_edges_of_the_paper() -> None:
    rows = picture()
    ticks = rules_in(rows[round(116.5 * DOTS)])
    assert all(is_near(ticks, at) for at in range(1, 30))
    assert all(is_near(ticks, 210 - at) for at in range(1, 15))


def test_what_to_do_is_said_and_the_bytes_stay_the_same() -> None:
    (words,) = page_texts(ruler_page())
    told = " ".join(words.split())
    for said in (TITLE, "100 %", "trên 20, dưới 20, trái 30, phải 15 mm", "Nghị định 30/2020/NĐ-CP"):
        assert said in told
    assert ruler_page() == ruler_page()


def test_it_is_fit_for_an_archive_and_read_in_order() -> None:
    assert validate_written(BytesIO(ruler_page()), "2b").findings == []
    read = [one for one in reading_order(ruler_page(), "thuoc.pdf") if one.words]
    assert [one.role for one in read] == ["H1", *["P"] * 5]
    assert "Mỗi cạnh 100 mm" in read[-1].words
