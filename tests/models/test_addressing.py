"""Which paper is a công văn, its subject, and the lines after Kính gửi."""

import pytest

from tthc_desktop.models.addressing import addressee_lines, is_letter, subject
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain


@pytest.mark.parametrize(
    ("kind", "letter"), [("CÔNG VĂN", True), (" Công văn ", True), ("KẾ HOẠCH", False), ("CÔNG VĂN SỐ 5", False)]
)
def test_a_letter_is_known_by_its_kind(kind: str, letter: bool) -> None:
    assert is_letter(Plan("p", kind)) is letter


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("đôn đốc thực hiện", "V/v đôn đốc thực hiện"),
        ("V/v đôn đốc thực hiện", "V/v đôn đốc thực hiện"),
        ("v / v đôn đốc", "v / v đôn đốc"),
        ("Vv", "V/v Vv"),
        ("", ""),
    ],
)
def test_the_subject_begins_with_its_mark_once(title: str, printed: str) -> None:
    assert str(subject(Plan("p", "CÔNG VĂN", plain(title)))) == printed


@pytest.mark.parametrize(
    ("known", "lines"),
    [
        ((), []),
        (("", "  "), []),
        (("Bộ Tư pháp;",), ["Bộ Tư pháp"]),
        (("Bộ  Tư\npháp.",), ["Bộ Tư pháp."]),
        (("Văn phòng Sở", "", "Thanh tra Sở;"), ["- Văn phòng Sở;", "- Thanh tra Sở."]),
    ],
)
def test_several_addressees_have_dashes_and_signs(known: tuple[str, ...], lines: list[str]) -> None:
    assert list(addressee_lines(Plan("p", addressees=known))) == lines
