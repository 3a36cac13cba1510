"""Units for the register are found in plans: spellings together, actions left out, kinds told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.units.registers import REGISTER, plan_of
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.assigning import unassigned
from tthc_desktop.models.units.proposing import proposed_units
from tthc_desktop.models.units.resolving import resolved

PROVINCE = "ỦY BAN NHÂN DÂN TỈNH AN NINH"


def _names(units: tuple[Unit, ...], kind: UnitKind) -> list[str]:
    return [unit.name for unit in units if unit.kind is kind]


def _told(units: tuple[Unit, ...]) -> list[tuple[str, tuple[str, ...], UnitKind]]:
    return [(unit.name, unit.aliases, unit.kind) for unit in units]


def test_spellings_of_one_unit_come_together_under_the_fullest() -> None:
    plan = plan_of(
        ("Văn phòng Sở", "Trung tâm TT&UD KHCN"),
        ("VP Sở", "Văn phòng sở"),
        ("Văn phòng Sở (bộ phận một cửa)", "Trung tâm Thông tin và Ứng dụng KHCN"),
        ("BPKSTTHC", "TTTT&UD KHCN"),
        ("Bộ phận KSTTHC tổng hợp, báo cáo", ""),
    )
    assert _told(proposed_units([plan], ())) == [
        ("Văn phòng Sở", ("VP Sở",), UnitKind.INSIDE),
        ("Bộ phận KSTTHC", ("BPKSTTHC",), UnitKind.INSIDE),
        (
            "Trung tâm Thông tin và Ứng dụng KHCN",
            ("Trung tâm TT&UD KHCN", "TTTT&UD KHCN"),
            UnitKind.INSIDE,
        ),
    ]


def test_a_unit_called_after_its_staffing_is_one_unit() -> None:
    plan = plan_of(("Phòng Tổ chức; Phòng Cải cách", "Ban Tổ chức Tỉnh ủy"), ("Phòng, tổ chức liên quan", ""))
    found = proposed_units([plan], ())
    assert _names(found, UnitKind.INSIDE) == ["Phòng Cải cách", "Phòng Tổ chức"]
    assert "Ban Tổ chức Tỉnh ủy" in _names(found, UnitKind.OUTSIDE)


def test_in_doubt_two_units_stay_two() -> None:
    plan = plan_of(("Phòng Kế toán; Phòng Kỹ thuật; Phòng KT", "Trung tâm Công nghệ số; Trung tâm Chăn nuôi sạch"))
    found = proposed_units([plan, plan_of(("Trung tâm CNS", ""))], ())
    assert len(found) == 6
    assert not any(unit.aliases for unit in found)


def test_kinds_follow_from_the_office() -> None:
    cells = (
        ("Văn phòng Sở; Chi cục Biển; Phòng Đất đai", "Sở Tài chính; Văn phòng UBND tỉnh; Thanh tra tỉnh"),
        ("Các phòng, đơn vị thuộc Sở", "Các sở, ban, ngành; UBND các xã, phường; Bưu điện tỉnh"),
        ("Cổng Dịch vụ công quốc gia", "Trung tâm Phục vụ hành chính công; các tổ chức, cá nhân có liên quan"),
    )
    found = proposed_units([plan_of(*cells)], ())
    assert _names(found, UnitKind.INSIDE) == ["Văn phòng Sở", "Phòng Đất đai", "Chi cục Biển"]
    assert _names(found, UnitKind.COLLECTIVE) == ["Các phòng, đơn vị thuộc Sở"]
    assert _names(found, UnitKind.OUTSIDE) == [
        "Bưu điện tỉnh",
        "Các sở, ban, ngành",
        "Các tổ chức, cá nhân",
        "Cổng Dịch vụ công quốc gia",
        "Sở Tài chính",
        "Thanh tra tỉnh",
        "Trung tâm Phục vụ hành chính công",
        "UBND các xã, phường",
        "Văn phòng UBND tỉnh",
    ]


def test_what_is_said_of_several_units_is_no_part_of_their_name() -> None:
    cells = ("Các phòng trừ Phòng Đất đai", "Các phòng, đơn vị được giao có sử dụng kinh phí")
    found = proposed_units([plan_of(cells, ("Các Phòng Chuyên môn thuộc Sở", "các phòng liên quan"))], ())
    assert _names(found, UnitKind.COLLECTIVE) == ["Các phòng", "Các Phòng Chuyên môn thuộc Sở", "Các phòng, đơn vị"]


def test_the_departments_are_the_units_of_a_province() -> None:
    cells = (("Sở Nội vụ", "Các sở, ban, ngành; Công an tỉnh"), ("Văn phòng UBND tỉnh", "Thanh tra tỉnh"))
    found = proposed_units([plan_of(*cells, agency=PROVINCE)], ())
    assert _names(found, UnitKind.INSIDE) == ["Văn phòng UBND tỉnh", "Thanh tra tỉnh", "Sở Nội vụ"]
    assert _names(found, UnitKind.OUTSIDE) == ["Công an tỉnh"]
    assert _names(found, UnitKind.COLLECTIVE) == ["Các sở, ban, ngành"]


@pytest.mark.parametrize(
    "words",
    [
        "Thường xuyên",
        "Tổ chức hội nghị tập huấn",
        "Báo cáo kết quả thực hiện",
        "Ban hành kế hoạch",
        "Trước ngày 15/02/2025",
        "TTHC nội bộ",
        "Kế hoạch",
        "Phòng",
        "Đơn vị có liên quan",
        "60%",
        "Bộ thủ tục hành chính được công khai",
        "Trường hợp có phát sinh",
        "Các phòng Di sản, Văn thư",
    ],
)
def test_an_action_or_a_word_alone_is_no_unit(words: str) -> None:
    assert proposed_units([plan_of((words, words))], ()) == ()


def test_what_the_register_has_is_not_proposed() -> None:
    cells = ("VP Sở; Phòng CĐS; Các phòng, đơn vị có TTHC", "Sở Tư pháp; Phòng Di sản văn hóa")
    assert [unit.name for unit in proposed_units([plan_of(cells)], REGISTER)] == ["Phòng Di sản văn hóa"]


_spelled = st.sampled_from(
    (
        "Văn phòng Sở",
        "VP Sở",
        "Trung tâm Thông tin",
        "Phòng Quản lý công nghệ",
        "Phòng QLCN",
        "các phòng thuộc Sở",
        "Các phòng có phản ánh kiến nghị",
        "Sở Nội vụ",
        "Văn phòng Sở, BPKSTTHC",
        "BPKSTTHC",
    )
)


@given(st.lists(st.tuples(_spelled, _spelled), min_size=1, max_size=6))
def test_the_order_of_plans_changes_nothing_and_nothing_stays_unknown(
    cells: list[tuple[str, str]],
) -> None:
    plans = [plan_of(cell) for cell in cells]
    found = proposed_units(plans, ())
    turned = list(reversed(plans))
    assert _told(proposed_units(turned, ())) == _told(found)
    assert proposed_units(plans, found) == ()
    for words in {words for cell in cells for words in cell}:
        assert all(one.unit for one in resolved(words, found))


def _read(folder: Path) -> list[Plan]:
    return [read_text(path.read_text(encoding="utf-8"), path.name).plan for path in sorted(folder.glob("*.txt"))]


def test_real_plans_name_their_units(seeds: Path, more_plans: Path) -> None:
    for plan in (*_read(seeds), *_read(more_plans)):
        found = proposed_units([plan], ())
        assert proposed_units([plan], found) == ()
        assert len(unassigned(plan, found)) <= 1
        for unit in found:
            assert len(unit.name.split()) <= 16
            assert unit.name[0].isupper()
        if plan.tasks:
            assert _names(found, UnitKind.INSIDE)
