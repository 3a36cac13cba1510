"""The charts of a Word file: pictures of the print's drawings, with their titles for whoever cannot see them."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from tests.documents.writing.pdf.building import plain_row
from tests.documents.writing.pdf.test_chart import COLUMNS, TITLE, report, table
from tests.documents.writing.word.opening import W, elements, paragraphs, part, words
from tthc_desktop.documents.writing.word import render
from tthc_desktop.errors import UserError

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def test_a_chart_is_a_picture_with_its_title_below_and_in_words() -> None:
    plan = report(table(6))
    data = render(plan)
    assert data == render(plan)
    (shape,) = docx.Document(BytesIO(data)).inline_shapes
    assert 100 < shape.width.mm < 166
    document = part(data)
    assert [one.get("descr") for one in document.iter(DRAWN)] == [TITLE]
    assert [words(one) for one in paragraphs(document, "TenBieuDo")] == [TITLE]
    assert words(paragraphs(document, "LoiVan")[-1]) == "./.", "the sign of the end stands below the chart"


def test_a_chart_too_high_for_a_page_is_several_pictures() -> None:
    data = render(report(table(6), table(60)))
    assert len(docx.Document(BytesIO(data)).inline_shapes) == 3
    tags = [one.tag.removeprefix(W) for one in elements(part(data), "tbl", "drawing")]
    assert tags == ["tbl", "tbl", "drawing", "tbl", "drawing", "drawing", "tbl"]


@pytest.mark.parametrize("chart", ["bars", "lines"])
def test_pictures_are_pictures(chart: str) -> None:
    document = docx.Document(BytesIO(render(report(table(4, chart)))))
    (blob,) = [one.blob for one in document.part.package.iter_parts() if one.partname.endswith(".png")]
    assert blob.startswith(b"\x89PNG")
    assert 2_000 < len(blob) < 400_000


def test_a_letter_that_no_font_shows_is_said_with_its_place() -> None:
    drawn = table(4)
    odd = plain_row(COLUMNS, ["", "Phòng \U0001f600", "3", "2"])
    with pytest.raises(UserError, match="U\\+1F600"):
        render(report(replace(drawn, rows=(*drawn.rows, odd))))
