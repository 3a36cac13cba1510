"""Papers signed on this computer: three times over, seen where they should be, only added to."""

import re
import subprocess
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.signing.making.signed import (
    MM,
    NUMBER,
    ROOTS,
    how,
    office,
    plan,
    printed,
    signed_thrice,
    source,
)
from tests.documents.writing.pdf.building import item, make_plan
from tests.signatures import SIGNED_AT, flipped
from tests.signing_means import LEADER, OFFICE
from tthc_desktop.documents.signing.appearances import shown_by_signatures
from tthc_desktop.documents.signing.making import sign
from tthc_desktop.documents.signing.making.looks import stamp_words
from tthc_desktop.documents.signing.making.places import Wanted, place_for
from tthc_desktop.documents.signing.verifying import verify
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.documents.writing.pdf.separate import separate_files
from tthc_desktop.errors import UserError
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.print_form import PrintForm
from tthc_desktop.models.signature_places import ORGANISATION, PERSON
from tthc_desktop.models.signatures import Intact, Since, Trust
from tthc_desktop.models.signing import SignAs


@pytest.mark.parametrize("fields", [True, False])
def test_three_signatures_in_one_file_are_all_valid(*, fields: bool) -> None:
    found = verify(signed_thrice(fields=fields)[-1], ROOTS)
    assert [one.field for one in found][:2] == [PERSON, ORGANISATION]
    assert found[2].field.startswith("Phụ lục I")
    assert {(one.intact, one.trust) for one in found} == {(Intact.YES, Trust.YES)}
    assert [one.since for one in found] == [Since.SIGNATURES, Since.SIGNATURES, Since.NOTHING]
    assert [one.at for one in found] == [SIGNED_AT + timedelta(minutes=at) for at in range(3)]
    assert [one.signer for one in found] == [LEADER[0], OFFICE[0], OFFICE[0]]


@pytest.mark.needs("pdfsig")
def test_another_program_finds_them_valid_too(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(signed_thrice()[-1])
    said = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False, timeout=60).stdout
    assert said.count("Signature is Valid") == 3
    assert said.count("ETSI.CAdES.detached") == 3


def test_what_was_there_is_never_rewritten() -> None:
    first, second, third = signed_thrice()
    assert first.startswith(printed())
    assert second.startswith(first)
    assert third.startswith(second)


def last_gap(data: bytes) -> range:
    """Return where the last signature itself stands, with the room that it leaves: all else is signed."""
    *_, found = re.finditer(rb"/ByteRange\s*\[\s*0 (\d+) (\d+) \d+", data)
    return range(int(found[1]), int(found[2]))


@given(st.floats(0, 0.999))
@settings(max_examples=6)
def test_a_flipped_byte_is_found(share: float) -> None:
    data = signed_thrice()[-1]
    at = int(share * len(data))
    gap = last_gap(data)
    spoilt = flipped(data, at if at not in gap else gap.start - 1)
    try:
        found = verify(spoilt, ROOTS)
    except UserError:
        return
    assert len(found) < 3 or any(one.intact is not Intact.YES or one.since is Since.CHANGES for one in found)


def test_each_appendix_as_a_file_is_signed_on_its_own() -> None:
    main, *appendices = separate_files(plan())
    assert len(appendices) == 2
    for at, file in enumerate(appendices):
        data, found = sign(file.data, file.name, source(office()), how(SignAs.APPENDIX, at))  # type: ignore[arg-type]
        assert [(one.intact, one.since) for one in found] == [(Intact.YES, Since.NOTHING)]
        (stamp,) = shown_by_signatures(data, file.name).stamps
        assert (stamp.number, stamp.symbol, stamp.at) == ("15", "KH-SNV", SIGNED_AT + timedelta(minutes=at))
    with pytest.raises(UserError, match="không thấy phụ lục"):
        sign(main.data, main.name, source(office()), how(SignAs.APPENDIX))  # type: ignore[arg-type]


def test_the_line_is_ten_points_at_the_top_right_and_not_spread() -> None:
    data = signed_thrice()[-1]
    words = stamp_words(NUMBER, SIGNED_AT + timedelta(minutes=2))
    assert words == "Số: 15/KH-SNV; 09/01/2030; 09:22:41; +07:00"
    with pikepdf.open(BytesIO(data)) as document:
        at = next(
            number for number, page in enumerate(document.pages)
            for note in page.obj.get("/Annots", []) if str(note.get("/T", "")).startswith("Phụ lục I") and "/V" in note
        )  # fmt: skip
        box = next(note for note in document.pages[at].obj.Annots if "/V" in note).Rect
        width, height = (float(side) for side in document.pages[at].mediabox[2:])
    assert float(box[2]) > width - 22 * MM
    assert float(box[3]) > height - 20 * MM
    flat = pypdfium2.PdfDocument(data)
    flat.init_forms()
    page = flat[at]
    page.flatten()
    text = flat[at].get_textpage()
    assert words in text.get_text_range()
    place = text.get_text_range().index(words)
    left, *_ = text.get_charbox(place)
    _, _, right, _ = text.get_charbox(place + len(words) - 1)
    assert right - left == pytest.approx(sum(_widths(words)), abs=3)


def _widths(words: str) -> list[float]:
    from tthc_desktop.documents.writing.pdf.fonts import family  # noqa: PLC0415 - only here

    return [family().regular.widths[char] * 10 for char in words]


def test_pictures_stand_between_title_and_name() -> None:
    """The seal covers about a third of the hand's picture, on its left, and is as large as a real one."""
    with pikepdf.open(BytesIO(signed_thrice()[1])) as document:
        boxes = {
            str(note.T): [float(edge) for edge in note.Rect]
            for page in document.pages
            for note in page.obj.get("/Annots", [])
            if "/V" in note
        }
    hand_box, seal_box = boxes[PERSON], boxes[ORGANISATION]
    assert seal_box[2] - seal_box[0] == pytest.approx(36 * MM, abs=1)
    covered = (seal_box[2] - hand_box[0]) / (hand_box[2] - hand_box[0])
    assert covered == pytest.approx(1 / 3, abs=0.06)


def test_red_and_blue_are_seen_on_the_page() -> None:
    document = pypdfium2.PdfDocument(signed_thrice()[-1])
    document.init_forms()
    seen: set[str] = set()
    for page in document:
        for red, green, blue in set(page.render(scale=0.7).to_pil().convert("RGB").get_flattened_data()):
            seen |= {"red"} if red > 180 and green < 90 else set()
            seen |= {"blue"} if blue > 150 and red < 90 else set()
    assert seen == {"red", "blue"}


def test_without_a_picture_nothing_is_seen_but_it_is_signed() -> None:
    data, found = sign(printed(), "in.pdf", source(), how(SignAs.PERSON, picture=None))  # type: ignore[arg-type]
    assert found[0].intact is Intact.YES
    assert shown_by_signatures(data, "in.pdf").lines == ()


def test_a_file_of_another_program_is_signed_where_its_words_say() -> None:
    data = render(plan(), PrintForm(fields=False))
    _, found = sign(data, "in.pdf", source(), how(SignAs.PERSON))  # type: ignore[arg-type]
    assert found[0].field == PERSON
    bare = render(replace(make_plan(item(Mark.NONE, "Nội dung")), signatory=type(plan().signatory)()))
    with pytest.raises(UserError, match="Không tìm thấy chỗ ký"):
        sign(bare, "in.pdf", source(), how(SignAs.PERSON))  # type: ignore[arg-type]


def test_a_page_that_does_not_begin_at_nothing_is_signed_in_the_same_place() -> None:
    plain, moved = (place_for(data, "in.pdf", Wanted(SignAs.PERSON)) for data in (_without_fields(), _moved(100)))
    assert moved.box == pytest.approx([edge + 100 for edge in plain.box], abs=0.1)


def test_a_turned_page_is_not_signed_beside_its_place() -> None:
    with pikepdf.open(BytesIO(_without_fields())) as document:
        for page in document.pages:
            page.Rotate = 180
        turned = BytesIO()
        document.save(turned)
    with pytest.raises(UserError, match=r"Trang 1 của tệp “in\.pdf” bị xoay"):
        place_for(turned.getvalue(), "in.pdf", Wanted(SignAs.APPENDIX, page=1))


def _without_fields() -> bytes:
    return render(plan(), PrintForm(fields=False))


def _moved(by: int) -> bytes:
    """Return the same print, seen the same, with other numbers for all places."""
    out = BytesIO()
    with pikepdf.open(BytesIO(_without_fields())) as document:
        for page in document.pages:
            page.contents_add(document.make_stream(f"q 1 0 0 1 {by} {by} cm\n".encode()), prepend=True)
            page.contents_add(document.make_stream(b"\nQ"))
            page.MediaBox = pikepdf.Array([float(edge) + by for edge in page.MediaBox])
        document.save(out)
    return out.getvalue()


def test_each_separate_appendix_of_one_file_has_a_line_of_its_own() -> None:
    data, found = sign(signed_thrice()[-1], "in.pdf", source(office()), how(SignAs.APPENDIX, 3))  # type: ignore[arg-type]
    assert [one.field for one in found] == [PERSON, ORGANISATION, "Phụ lục I", "Phụ lục II"]
    assert {one.intact for one in found} == {Intact.YES}
    assert [stamp.at for stamp in shown_by_signatures(data, "in.pdf").stamps] == [
        SIGNED_AT + timedelta(minutes=at) for at in (2, 3)
    ]
