"""What is seen of signatures: pictures that words are seen through, and lines that have room."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from tests.documents.signing.making.signed import (
    MM,
    how,
    office,
    printed,
    refused,
    source,
)
from tests.signatures import SIGNED_AT
from tests.signing_means import hand, opaque, seen_through
from tthc_desktop.documents.signing.appearances import shown_by_signatures
from tthc_desktop.documents.signing.making import picture, sign
from tthc_desktop.documents.signing.making.looks import line_width, picture_page, stamp_words
from tthc_desktop.errors import UserError
from tthc_desktop.models.signing import SignAs


@pytest.mark.parametrize(
    ("data", "words"),
    [(opaque(), "không có nền trong suốt"), (b"GIF89a", "không phải là ảnh PNG"),
     (hand()[:300], "không phải là ảnh PNG"),
     (b"\x89PNG" + b"0" * 11_000_000, "lớn hơn 10 MB")],
    ids=["opaque", "gif", "cut", "large"],
)  # fmt: skip
def test_pictures_that_cannot_stand_over_words(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        picture(data, "a.png")


@pytest.mark.parametrize("mode", ["RGBA", "LA", "RGB", "L", "P"])
def test_words_are_seen_through_every_kind_of_picture(mode: str) -> None:
    page = pypdfium2.PdfDocument(picture_page(picture(seen_through(mode), "a.png"), 200, 100))[0]
    shown = page.render(scale=1, fill_color=(0, 255, 0, 255)).to_pil().convert("RGB")
    assert shown.getpixel((2, 2)) == (0, 255, 0)
    assert max(shown.getpixel((100, 50))[:2]) < 90


# The line of the organisation has room, or nothing is signed

LONG = "1234/KH-SNN&PTNT-BCĐCCHC-VPĐP"


def test_a_long_number_widens_a_new_field() -> None:
    data = printed(separate=False, fields=False)
    signed, _ = sign(data, "in.pdf", source(office()), how(SignAs.APPENDIX, number=LONG))  # type: ignore[arg-type]
    words = stamp_words(LONG, SIGNED_AT)
    with pikepdf.open(BytesIO(signed)) as document:
        (field,) = document.Root.AcroForm.Fields
        left, _, right, _ = map(float, field.Rect)
    assert right - left >= line_width(words) > 80 * MM
    assert shown_by_signatures(signed, "in.pdf").lines == (words,)


def test_a_line_that_would_be_cut_off_is_refused() -> None:
    assert "dài hơn ô ký “Phụ lục I”" in refused(printed(), how(SignAs.APPENDIX, number=LONG), office())
    endless = how(SignAs.APPENDIX, number="1/" + "KH-" * 200)
    assert "dài hơn ô ký" in refused(printed(separate=False, fields=False), endless, office())


def test_the_time_zone_is_written_as_iso_8601() -> None:
    assert re.fullmatch(r"Số: \S+; \d\d/\d\d/\d{4}; \d\d:\d\d:\d\d; \+07:00", stamp_words("1/KH-A", SIGNED_AT))
