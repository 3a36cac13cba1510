"""Words of a cell become units of the register."""

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.units.registers import (
    BRANCH,
    CENTRE,
    DIGITAL,
    FINANCE,
    INSIDE,
    INSPECTORS,
    JUSTICE,
    OFFICE,
    POST,
    REGISTER,
    ROOMS,
    WITH_PROCEDURES,
)
from tests.work import work
from tthc_desktop.models.plan import Period
from tthc_desktop.models.unit import FormerName, Unit, UnitKind
from tthc_desktop.models.units.resolving import resolved


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ()),
        ("Văn phòng Sở (bộ phận một cửa; tiếp nhận hồ sơ)", (OFFICE,)),
        ("- Văn phòng;\n- Thanh tra Sở.", (OFFICE, INSPECTORS)),
        ("Văn phòng Sở, phòng Chuyển đổi số và Phòng KHTC", (OFFICE, DIGITAL, FINANCE)),
        ("- Văn phòng Sở;\n- Phòng Kế hoạch - Tài chính;", (OFFICE, FINANCE)),
        ("Phòng Chuyển đổi số cử công chức tham gia", (DIGITAL,)),
        ("Phòng Chuyển đổi số chủ trì, phối hợp với Sở Tư pháp triển khai", (DIGITAL, JUSTICE)),
        ("Thanh tra Sở\nTrung tâm Ứng dụng\ntiến bộ khoa học", (INSPECTORS, CENTRE)),
        ("Văn phòng/Thanh tra", (OFFICE, INSPECTORS)),
        ("VP; Bưu điện tỉnh", (OFFICE, POST)),
        ("Thanh tra Sở + Văn phòng", (INSPECTORS, OFFICE)),
        ("1. Văn phòng Sở\n2. Thanh tra Sở", (OFFICE, INSPECTORS)),
        ("Văn phòng Sở cùng Thanh tra", (OFFICE, INSPECTORS)),
        ("Chánh Văn phòng Sở; Trưởng phòng Chuyển đổi số", (OFFICE, DIGITAL)),
        ("Giao Văn phòng Sở chủ trì, tham mưu", (OFFICE,)),
        ("Các phòng Chuyển đổi số, Kế hoạch - Tài chính", (DIGITAL, FINANCE)),
        ("Đội bóng đá", (None,)),
        ("Phòng Kế hoạch", (None,)),
    ],
)
def test_units_are_found_by_their_names(words: str, expected: tuple[Unit | None, ...]) -> None:
    found = resolved(words, REGISTER)
    assert tuple(one.unit for one in found) == expected
    assert all(one.units == ((one.unit,) if one.unit else ()) for one in found)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Các phòng, đơn vị thuộc Sở", INSIDE),
        ("Các phòng và đơn vị", INSIDE),
        ("các đơn vị liên quan", INSIDE),
        ("Các cơ quan, đơn vị có liên quan", INSIDE),
        ("Toàn thể các phòng, ban, đơn vị", INSIDE),
        ("Các phòng thuộc Sở", ROOMS),
        ("Phòng có liên quan", ROOMS),
        ("Lãnh đạo các phòng", ROOMS),
        ("Các phòng chuyên môn, nghiệp vụ thuộc Sở", (DIGITAL, FINANCE)),
        ("Các đơn vị trực thuộc Sở", (CENTRE, BRANCH)),
        ("Các đơn vị sự nghiệp", (CENTRE, BRANCH)),
        ("Các phòng, trung tâm thuộc Sở", (*ROOMS, CENTRE)),
        ("Các chi cục", (BRANCH,)),
        ("Toàn Sở", INSIDE),
        ("Cán bộ, công chức, viên chức", INSIDE),
        ("Các phòng, đơn vị (trừ Thanh tra Sở)", tuple(unit for unit in INSIDE if unit is not INSPECTORS)),
        ("Các phòng trừ Văn phòng Sở, Phòng KHTC", (INSPECTORS, DIGITAL)),
        ("Các phòng chuyển đổi số", ROOMS),
        ("Các sở, ban, ngành", ()),
        ("UBND các xã, phường", ()),
        ("các tổ chức, cá nhân có liên quan", ()),
        ("Các phòng, đơn vị có TTHC", (DIGITAL, BRANCH)),
        ("Các phòng, đơn vị thuộc Sở có thực hiện thủ tục hành chính rà soát", (DIGITAL, BRANCH)),
    ],
)
def test_a_collective_covers_units(words: str, expected: tuple[Unit, ...]) -> None:
    (found,) = resolved(words, REGISTER)
    assert found.collective
    assert found.units == expected


def test_the_remaining_units_are_those_that_nothing_beside_them_names() -> None:
    _, found = resolved("Văn phòng Sở; các phòng, đơn vị còn lại thuộc Sở", REGISTER)
    assert found.units == tuple(unit for unit in INSIDE if unit is not OFFICE)
    (_, _, rooms) = resolved("Văn phòng Sở, Thanh tra Sở và các phòng khác", REGISTER)
    assert rooms.units == (DIGITAL, FINANCE)


def test_a_collective_of_the_register_stands_for_its_members() -> None:
    (found,) = resolved("các phòng, đơn vị có thủ tục hành chính", REGISTER)
    assert (found.unit, found.units) == (WITH_PROCEDURES, (DIGITAL, BRANCH))
    team = Unit("team", "Tổ công tác 01", kind=UnitKind.COLLECTIVE, members=("post",))
    (found,) = resolved("Tổ công tác 01", (*REGISTER, team))
    assert found.units == (POST,)


def test_sectors_of_a_province_are_its_departments() -> None:
    home, joint = Unit("1", "Sở Nội vụ"), Unit("2", "Ban Dân tộc")
    community = Unit("3", "UBND xã Bình An")
    (all_, communities) = resolved("Các sở, ban, ngành tỉnh; UBND các xã", (home, joint, community))
    assert (all_.units, communities.units) == ((home, joint), (community,))


def test_letters_mean_a_unit_only_when_they_can_mean_no_other() -> None:
    sure = (Unit("1", "Phòng Quản lý chất lượng"), Unit("2", "Phòng Quy hoạch lâm nghiệp"))
    assert [one.unit for one in resolved("Phòng QLCL", sure)] == [sure[0]]
    alike = (Unit("1", "Trung tâm Công nghệ số"), Unit("2", "Trung tâm Chăn nuôi sạch"))
    assert [one.unit for one in resolved("Trung tâm CNS", alike)] == [None]


_variants = st.tuples(
    st.sampled_from(INSIDE),
    st.sampled_from((str.upper, str.lower, str.title, str)),
    st.sampled_from((" ", "  ", "\t", "\u00a0")),
    st.sampled_from(("NFC", "NFD")),
    st.sampled_from(
        (
            "",
            ".",
            " (bộ phận tiếp nhận)",
            " có thủ tục hành chính",
            " được giao chủ trì soạn thảo",
            " chủ trì",
            " cử công chức tham gia",
            " và các cá nhân có liên quan",
        )
    ),
)


@given(_variants)
def test_any_spelling_of_a_name_means_its_unit(
    variant: tuple[Unit, Callable[[str], str], str, Literal["NFC", "NFD"], str],
) -> None:
    unit, in_case, blank, form, ending = variant
    name = unicodedata.normalize(form, in_case(unit.name).replace(" ", blank))
    assert resolved(f"{name}{ending}", REGISTER)[0].unit == unit


# Units in time

_2024, _2025, _2026 = (Period(date(year, 1, 1), date(year, 12, 31)) for year in (2024, 2025, 2026))
OLD_A = Unit("old", "Phòng Khoa học", short="KH", valid_to=date(2025, 6, 30), became=("joint",))
JOINT = Unit("joint", "Phòng Khoa học và Công nghệ", valid_from=date(2025, 7, 1))
NEW_A = Unit("new", "Phòng Khoa học", valid_from=date(2026, 1, 1))
RENAMED = Unit(
    "renamed", "Phòng Số hóa", former=(FormerName("Phòng Tin học", until=date(2025, 2, 28)),), aliases=("Tổ số hóa",)
)
IN_TIME = (NEW_A, JOINT, RENAMED, OLD_A)


@pytest.mark.parametrize(
    ("words", "period", "expected"),
    [
        ("Phòng Khoa học", _2024, OLD_A),
        ("P. Khoa học", _2025, OLD_A),
        ("Phòng Khoa học", _2026, NEW_A),
        ("Phòng Khoa học", None, NEW_A),
        ("KH", _2026, OLD_A),
        ("Phòng KH&CN", _2024, JOINT),
        ("phòng tin học", _2024, RENAMED),
        ("phòng tin học", _2026, RENAMED),
        ("Phòng Tin học", None, RENAMED),
        ("Phòng Số hóa", _2024, RENAMED),
    ],
)
def test_of_units_with_one_name_that_of_the_period_is_meant(words: str, period: Period | None, expected: Unit) -> None:
    (found,) = resolved(words, IN_TIME, period)
    assert found.unit is expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (_2024, (RENAMED, OLD_A)),
        (_2025, (JOINT, RENAMED, OLD_A)),
        (_2026, (NEW_A, JOINT, RENAMED)),
        (None, (NEW_A, JOINT, RENAMED)),
    ],
)
def test_a_collective_covers_the_units_of_the_period(period: Period | None, expected: tuple[Unit, ...]) -> None:
    (found,) = resolved("Các phòng thuộc Sở", IN_TIME, period)
    assert found.units == expected
    listed = Unit("all", "Các phòng lớn", kind=UnitKind.COLLECTIVE, members=tuple(unit.id for unit in IN_TIME))
    (found,) = resolved("Các phòng lớn", (*IN_TIME, listed), period)
    assert found.units == expected


def test_a_unit_that_was_called_otherwise_is_covered_by_the_name_of_then() -> None:
    once = FormerName("Trung tâm Thông tin", until=date(2025, 6, 30))
    room = Unit("room", "Phòng Thông tin", former=(once,))
    assert resolved("Các trung tâm", [room], _2024)[0].units == (room,)
    assert resolved("Các trung tâm", [room], _2026)[0].units == ()


def test_letters_mean_the_unit_of_the_period() -> None:
    gone = Unit("1", "Trung tâm Công nghệ số", valid_to=date(2024, 12, 31))
    new = Unit("2", "Trung tâm Chăn nuôi sạch", valid_from=date(2025, 1, 1))
    assert resolved("Trung tâm CNS", [gone, new], _2024)[0].unit is gone
    assert resolved("Trung tâm CNS", [gone, new], _2026)[0].unit is new


def test_a_cell_as_long_as_excel_bears_costs_no_more_than_its_length() -> None:
    def of(letters: int) -> int:
        return work(lambda: resolved(("ngày 15/6/2025 " * letters)[:letters], REGISTER))

    of(2_000)  # what is worked out once
    assert of(16_000) < 5 * of(4_000)
