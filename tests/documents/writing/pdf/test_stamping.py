"""Marks stand in frames of the measures of the decree, at the places of its cells."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.documents.writing.pdf.building import item, make_plan
from tests.documents.writing.pdf.reading import page_texts
from tthc_desktop.documents.writing.pdf.layout import draw, lay_out
from tthc_desktop.models.marks import UNMARKED, Circulation, Marks, PaperSize, Secrecy, Urgency
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Plan, Recipient
from tthc_desktop.models.print_form import DRAFT, TO_SIGN, PrintForm
from tthc_desktop.models.text import plain

_MM = 72 / 25.4
_FRAME = re.compile(rb"1 0 0 RG [\d.]+ w 0 J\n([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re S")
Frame = tuple[float, ...]


def marked(marks: Marks = UNMARKED) -> Plan:
    return replace(make_plan(item(Mark.NONE, "Nội dung")), marks=marks)


def printed(plan: Plan, form: PrintForm = TO_SIGN) -> bytes:
    layout = lay_out(plan, form=form)
    return draw(layout, range(len(layout.pages)))


def red_frames(data: bytes) -> list[Frame]:
    """Return left, bottom, width and height of the frames on the first page, in mm."""
    content = PdfReader(BytesIO(data)).pages[0].get_contents()
    assert content is not None
    return [tuple(float(side) / _MM for side in found.groups()) for found in _FRAME.finditer(content.get_data())]


@pytest.mark.parametrize(("urgency", "width"), [(Urgency.EXPRESS, 30), (Urgency.VERY_URGENT, 40), (Urgency.URGENT, 20)])
def test_urgency_stands_in_a_red_frame_of_its_size(urgency: Urgency, width: int) -> None:
    data = printed(marked(Marks(urgency=urgency)))
    ((_, _, wide, high),) = red_frames(data)
    assert (wide, high) == pytest.approx((width, 8), abs=0.01)
    assert urgency.value in page_texts(data)[0]


def test_secrecy_stands_above_urgency_and_circulation_in_the_top_margin() -> None:
    marks = Marks(Secrecy.TOP, Urgency.URGENT, Circulation.RETURN)
    circulation, secrecy, urgency = red_frames(printed(marked(marks)))
    assert urgency[1] + urgency[3] < secrecy[1]
    assert circulation[1] > 297 - 20
    assert secrecy[0] + secrecy[2] < circulation[0]


def test_the_last_recipient_says_who_drafted_how_many_copies() -> None:
    plan = replace(marked(Marks(drafter="PL", copies=300)), recipients=(Recipient("r", "Lưu: VT"),))
    assert "- Lưu: VT, PL.(300)." in page_texts(printed(plan))[0]


def test_every_page_of_a_draft_says_so_in_black() -> None:
    behind = Appendix("a", plain("Danh mục"), nodes=(item(Mark.NONE, "Một việc"),))
    data = printed(replace(marked(), appendices=(behind,)), PrintForm(draft=DRAFT))
    assert all(DRAFT in page for page in page_texts(data))
    assert red_frames(data) == []


def test_a_wide_appendix_lies_on_a_larger_sheet_and_the_paper_does_not() -> None:
    behind = Appendix("a", landscape=True, nodes=(item(Mark.NONE, "Một việc"),), paper=PaperSize.A3)
    sizes = [
        (round(wide / _MM), round(high / _MM)) for wide, high in lay_out(replace(marked(), appendices=(behind,))).sizes
    ]
    assert sizes == [(210, 297), (420, 297)]


def test_marks_change_nothing_but_what_they_are() -> None:
    plan = marked()
    assert printed(replace(plan, marks=Marks(drafter=" "))) == printed(plan)
