"""The room that stamps need, measured on finished pages: number, day, signature, seal, the corner of an appendix."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.writing.pdf.building import fresh, item, make_plan, sentence
from tests.documents.writing.pdf.test_signing_places import assert_free
from tests.real_plans import draft_of
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.writing.pdf.separate import PrintedFile, separate_files
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Header, Plan, Recipient, Signatory
from tthc_desktop.models.signature_places import ORGANISATION, PERSON

MM = 72 / 25.4
RULES = rules()
NAMES = ("Lò Văn Mẫu", "Nguyễn Hoàng Thị Phương Thảo Nguyên", "")
CAPACITIES = (
    ("GIÁM ĐỐC",),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
    ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG KIỂM SOÁT THỦ TỤC HÀNH CHÍNH KIÊM CHÁNH VĂN PHÒNG BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"),
)
PLACES = ("Lai Châu", "Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh", "")
SYMBOLS = ("KH-STP", "KH-SNN&MT", "KH-BQLKKT", "")


def real(folder: Path) -> Iterator[Plan]:
    for path in sorted(folder.glob("*.txt")):
        yield draft_of(path).plan


def test_the_real_plans_have_their_fields_free_of_ink(seeds: Path) -> None:
    assert [hold(plan) for plan in real(seeds)] == [1, 2, 1, 1, 3]


def test_other_provinces_plans_have_their_fields_free_of_ink(more_plans: Path) -> None:
    assert sum(hold(plan) for plan in real(more_plans)) >= 5


def hold(plan: Plan) -> int:
    """Hold that a plan's files have all their fields, and nothing in them; return how many files there are."""
    blank = replace(plan, header=replace(plan.header, number="", day=None))
    files = separate_files(blank)
    assert [place.name for place in files[0].places] == [PERSON, ORGANISATION]
    for file in files:
        assert_free(file.places, file.data)
        assert len(file.places) == (2 if file is files[0] else 1)
    assert_blanks(files[0], blank.header)
    return len(files)


@given(
    st.integers(0, 10**6),
    st.sampled_from(CAPACITIES),
    st.sampled_from(NAMES),
    st.integers(0, 40),
    st.sampled_from(PLACES),
    st.sampled_from(SYMBOLS),
)
@settings(deadline=None)
def test_wherever_the_page_ends_the_signature_has_its_room(
    seed: int, capacity: tuple[str, ...], name: str, recipients: int, place: str, symbol: str
) -> None:
    random = Random(seed)
    body = [item(Mark.ARABIC, sentence(random, random.randint(20, 60))) for _ in range(random.randint(4, 22))]
    header = Header("UBND tỉnh Mẫu", "Sở Nội vụ", "", symbol, place, None, random.choice((None, 2, 11)), 2030)
    plan = make_plan(
        *body,
        header=header,
        signatory=Signatory(capacity, name),
        recipients=tuple(Recipient(fresh(), f"Đơn vị thứ {at} của tỉnh") for at in range(recipients)),
    )
    (file,) = separate_files(plan)
    assert [one.name for one in file.places] == [PERSON, ORGANISATION]
    assert_free(file.places, file.data)
    (_, bottom, _, top) = file.places[0].box
    assert bottom > RULES.length("margin_bottom")
    assert top - bottom == pytest.approx(RULES.length("signature_picture_height"))
    assert_between(file, capacity, name)
    assert_blanks(file, header)


def assert_between(file: PrintedFile, capacity: tuple[str, ...], name: str) -> None:
    """Hold that the room lies between the last line of the title and the name, in the middle of both."""
    place = file.places[0]
    with pypdfium2.PdfDocument(file.data) as document:
        words = document[place.page].get_textpage()
        title = _box(words, capacity[-1].split()[-1], last=True)
        left, bottom, right, top = place.box
        assert title[1] >= top - 0.01
        if not name:
            return
        signer = _box(words, name)
        assert signer[3] <= bottom + 0.01
        assert (signer[0] + signer[2]) / 2 == pytest.approx((left + right) / 2, abs=2)
        assert title[1] - signer[3] >= RULES.length("signature_height") - 1


def assert_blanks(file: PrintedFile, header: Header) -> None:
    """Hold that number and day can be stamped or written in, in one line with what stands around them."""
    with pypdfium2.PdfDocument(file.data) as document:
        words = document[0].get_textpage()
        label = _box(words, "Số:")
        if header.symbol:
            after = _box(words, f"/{header.symbol[:4]}")
            assert after[1] == pytest.approx(label[1], abs=4)
            assert after[0] - label[2] >= RULES.length("blank_number")
        day, month = _box(words, "ngày"), _box(words, "tháng")
        assert month[1] == pytest.approx(day[1], abs=4)
        assert month[0] - day[2] >= RULES.length("blank_day")
        if header.month is None:
            assert _box(words, "năm")[0] - month[2] >= RULES.length("blank_day")


def _box(words: pypdfium2.PdfTextPage, said: str, *, last: bool = False) -> tuple[float, float, float, float]:
    """Return the box of the first place, or the last one, of some words."""
    found = words.search(said, match_case=True)
    first = found.get_next()
    assert first is not None, said
    while last and (later := found.get_next()):
        first = later
    at, count = first
    boxes = [words.get_charbox(place) for place in range(at, at + count)]
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip
