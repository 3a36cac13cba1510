"""The empty fields of a paper that is to be signed: where they are, and what other programs see of them."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from pikepdf import pdfa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers

from tests.documents.writing.pdf.building import fresh, item, make_plan
from tests.documents.writing.pdf.test_rendering import sample
from tests.signatures import person, signer_of
from tests.strategies import plans
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.signing.verifying import verify
from tthc_desktop.documents.writing.pdf import draw, lay_out
from tthc_desktop.documents.writing.pdf.signing_places import signing_places
from tthc_desktop.errors import UserError
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Plan, Signatory
from tthc_desktop.models.print_form import DRAFT, PrintForm
from tthc_desktop.models.signature_places import ORGANISATION, PERSON, SignaturePlace
from tthc_desktop.models.signatures import Intact
from tthc_desktop.models.text import plain

SEPARATE = PrintForm(separate=True)
MM = 72 / 25.4


def drawn(plan: Plan, form: PrintForm = SEPARATE) -> tuple[tuple[SignaturePlace, ...], bytes]:
    layout = lay_out(plan, form=form)
    return signing_places(layout), draw(layout, range(len(layout.pages)))


def two_appendices() -> Plan:
    plan = sample()
    header = replace(plan.header, number="")
    return replace(plan, header=header, appendices=(*plan.appendices, Appendix(fresh(), plain("Chỉ tiêu"))))


@cache
def whole() -> tuple[tuple[SignaturePlace, ...], bytes]:
    return drawn(two_appendices())


def test_fields_are_named_and_stand_where_the_places_say() -> None:
    places, data = whole()
    assert [place.name for place in places] == [PERSON, ORGANISATION, "Phụ lục I", "Phụ lục II"]
    reader = PdfFileReader(BytesIO(data))
    found = {name: field.get_object() for name, value, field in fields.enumerate_sig_fields(reader) if value is None}
    assert list(found) == [place.name for place in places]
    for place in places:
        field = found[place.name]
        page, _ = reader.find_page_for_modification(place.page)
        assert field.raw_get("/P").reference == page.reference
        assert [float(edge) for edge in field["/Rect"]] == pytest.approx(place.box, abs=0.01)


def test_fields_keep_the_rules_of_archival_files() -> None:
    _, data = whole()
    with pikepdf.open(BytesIO(data)) as pdf:
        form = pdf.Root.AcroForm
        assert set(form.keys()) == {"/Fields", "/SigFlags"}
        widgets = [found for page in pdf.pages for found in page.get("/Annots", [])]
        assert [str(found.T) for found in widgets] == [str(found.T) for found in form.Fields]
        for found in widgets:
            assert int(found.F) & 0b1111 == 0b100
            assert not {"/A", "/AA", "/V"} & set(found.keys())
            look = found.AP.N
            assert list(found.AP.keys()) == ["/N"]
            assert not look.read_bytes().strip()
            width, height = (float(found.Rect[at + 2]) - float(found.Rect[at]) for at in (0, 1))
            assert [float(edge) for edge in look.BBox] == pytest.approx([0, 0, width, height], abs=0.011)
            assert str(found.TU)


def test_whom_the_file_is_read_aloud_to_is_told_of_every_field() -> None:
    _, data = whole()
    with pikepdf.open(BytesIO(data)) as pdf:
        tree = pdf.Root.StructTreeRoot
        parents = dict(zip(*[iter(tree.ParentTree.Nums)] * 2, strict=True))
        for found in pdf.Root.AcroForm.Fields:
            element = parents[int(found.StructParent)]
            assert element.S == "/Form"
            assert element.K.Obj.objgen == found.objgen
            assert element.K.Type == "/OBJR"
            assert element.objgen in {kid.objgen for kid in element.P.K}
        assert int(tree.ParentTreeNextKey) > max(int(found.StructParent) for found in pdf.Root.AcroForm.Fields)


def test_nothing_but_the_form_itself_is_beyond_the_check_of_archival_files() -> None:
    _, data = whole()
    with pikepdf.open(BytesIO(data)) as pdf:
        found = pdfa.check(pdf, "2b").findings
    assert [one.rule for one in found] == ["pikepdf:schema-Catalog"]
    assert "AcroForm" in found[0].message


def test_every_stream_is_as_long_as_it_says_and_ends_on_a_line_of_its_own() -> None:
    _, data = whole()
    ends = [found.start() for found in re.finditer(rb"endstream\nendobj", data)]
    assert len(ends) > 10
    assert {data[at - 1 : at] for at in ends} == {b"\n"}
    told = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data))
    assert len(told) > 10
    for found in told:
        assert data[found.end() + int(found.group(1)) :].startswith(b"\nendstream")


@pytest.mark.needs("pdfsig")
def test_other_programs_see_fields_that_nobody_has_signed(tmp_path: Path) -> None:
    places, data = whole()
    file = tmp_path / "ky.pdf"
    file.write_bytes(data)
    told = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout
    assert [line.split(": ")[1] for line in told.splitlines() if "Field Name" in line] == [one.name for one in places]
    assert told.count("is not signed") == len(places)


def test_the_fields_can_be_signed_one_after_the_other() -> None:
    places, data = whole()
    assert verify(data) == ()
    for place in places[:3]:
        meta = signers.PdfSignatureMetadata(field_name=place.name, md_algorithm="sha256")
        out = BytesIO()
        maker = signers.PdfSigner(meta, signer_of(person()))
        maker.sign_pdf(IncrementalPdfFileWriter(BytesIO(data)), existing_fields_only=True, output=out)
        data = out.getvalue()
    assert [(one.field, one.intact) for one in verify(data)] == [(one.name, Intact.YES) for one in places[:3]]


def test_a_draft_and_a_print_without_fields_have_none() -> None:
    for form in (PrintForm(fields=False, separate=True), PrintForm(draft=DRAFT, separate=True)):
        places, data = drawn(two_appendices(), form)
        assert places == ()
        assert b"/AcroForm" not in data


def test_appendices_in_the_same_file_are_not_signed() -> None:
    places, _ = drawn(two_appendices(), PrintForm())
    assert [place.name for place in places] == [PERSON, ORGANISATION]


def test_pages_without_a_field_ask_for_no_form() -> None:
    layout = lay_out(two_appendices(), form=SEPARATE)
    assert b"/AcroForm" not in draw(layout, [0])
    assert draw(layout, [signing_places(layout)[0].page]).count(b"/FT /Sig") == 2


def test_a_paper_that_nobody_signs_has_no_field() -> None:
    assert drawn(make_plan(signatory=Signatory()))[0] == ()


def test_a_long_symbol_has_the_room_that_its_line_needs() -> None:
    plan = two_appendices()
    long = replace(plan, header=replace(plan.header, symbol="KH-BCĐCCHC&CĐSKHCN-TTPVHCC"))
    widths = [place.box[2] - place.box[0] for place in signing_places(lay_out(long, form=SEPARATE))[2:]]
    assert all(width > rules().length("stamp_line_width") for width in widths)


CAPACITIES = (
    ("GIÁM ĐỐC",),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TL. CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ KIÊM CHÁNH VĂN PHÒNG BAN CHỈ ĐẠO"),
    (),
)


@pytest.mark.parametrize("capacity", CAPACITIES)
@pytest.mark.parametrize("name", ["Lò Văn Mẫu", ""])
@pytest.mark.parametrize("recipients", [True, False])
def test_person_and_seal_stand_between_title_and_name(capacity: tuple[str, ...], name: str, recipients: bool) -> None:
    plan = make_plan(item(Mark.NONE, "Một."), signatory=Signatory(capacity, name))
    places, data = drawn(plan if recipients else replace(plan, recipients=()))
    assert [place.name for place in places] == ([PERSON, ORGANISATION] if capacity or name else [])
    assert_free(places, data)


@given(plans())
def test_no_word_stands_in_a_field_of_any_paper(plan: Plan) -> None:
    try:
        places, data = drawn(plan)
    except UserError:
        return
    assert_free(places, data)
    person_and_seal = {place.name: place.box for place in places}
    if PERSON in person_and_seal:
        left, _, right, _ = person_and_seal[PERSON]
        seal_left, bottom, seal_right, top = person_and_seal[ORGANISATION]
        assert (seal_right - seal_left, top - bottom) == pytest.approx((36 * MM, 36 * MM))
        assert (seal_right - left) / (right - left) == pytest.approx(1 / 3, abs=0.01)


def assert_free(places: tuple[SignaturePlace, ...], data: bytes) -> None:
    """Hold that no ink stands in any box, and that every box lies on its page."""
    with pypdfium2.PdfDocument(data) as file:
        for place in places:
            page = file[place.page]
            left, bottom, right, top = place.box
            assert 0 < left < right < page.get_width()
            assert 0 < bottom < top < page.get_height()
            assert not [box for box in _ink(page) if _meet(box, place.box)], place


def _ink(page: pypdfium2.PdfPage) -> Iterator[tuple[float, ...]]:
    """Yield the box of each letter that shows something."""
    words = page.get_textpage()
    for at in range(words.count_chars()):
        if words.get_text_range(at, 1).strip():
            yield words.get_charbox(at)


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
