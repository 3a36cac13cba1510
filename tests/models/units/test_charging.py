"""Units are also named where a plan says who carries it out, and whom it is sent to."""

from dataclasses import replace

import pytest

from tests.models.units.registers import plan_of
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan, Recipient
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import UnitKind
from tthc_desktop.models.units.charging import addressed, archiving, charged
from tthc_desktop.models.units.proposing import proposed_units


def _plan(*paragraphs: str, heading: bool = False, section: str = "TỔ CHỨC THỰC HIỆN") -> Plan:
    below = (Item(f"i{at}", Mark.ARABIC, plain(words), heading) for at, words in enumerate(paragraphs))
    return replace(plan_of(), body=(Item("s", Mark.ROMAN, plain(section), heading=True, children=tuple(below)),))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Văn phòng Sở hướng dẫn, theo dõi; phối hợp với các phòng tổng hợp báo cáo.", ["Văn phòng Sở"]),
        ("Giao Thanh tra Sở theo dõi, đôn đốc việc thực hiện.", ["Thanh tra Sở"]),
        ("Trong năm, đề nghị Thanh tra Sở (Bộ phận Tiếp dân) và các phòng thực hiện.", ["Thanh tra Sở", "các phòng"]),
        ("Trung tâm Dữ liệu và Đổi mới thực hiện công tác thông tin.", ["Trung tâm Dữ liệu và Đổi mới"]),
        ("Trưởng các phòng, Giám đốc các trung tâm căn cứ nhiệm vụ được giao.", ["các phòng", "các trung tâm"]),
        ("Bộ trưởng Bộ Công an có trách nhiệm kiểm tra.", ["Bộ Công an"]),
        ("Yêu cầu các phòng, đơn vị kịp thời phản ánh về Văn phòng Sở.", ["các phòng, đơn vị"]),
        ("Tăng cường kiểm tra việc thực hiện tại Văn phòng Sở.", []),
        ("Kinh phí được bố trí từ ngân sách.", []),
    ],
)
def test_a_sentence_charges_whom_it_begins_with_or_asks(words: str, expected: list[str]) -> None:
    assert [*charged(_plan(words))] == expected


def test_a_heading_charges_all_that_it_names() -> None:
    plan = _plan("Sở Nội vụ, Sở Y tế:", "Đề nghị: Hội Nông dân tỉnh, Hội Làm vườn", heading=True)
    assert [*charged(plan)] == ["Sở Nội vụ", "Sở Y tế", "Hội Nông dân tỉnh", "Hội Làm vườn"]


def test_other_sections_charge_nobody() -> None:
    assert [*charged(_plan("Văn phòng Sở", heading=True, section="NỘI DUNG"))] == []


def test_recipients_give_units_inside_and_spellings_but_no_heads_and_nobody_outside() -> None:
    lines = (
        "Văn phòng UBND tỉnh (b/c)",
        "Ban Giám đốc Sở",
        "Chi cục Biển (p/h)",
        "TTDL&ĐM (đăng tin)",
        "Phòng KSTT-VP UBND tỉnh",
        "Các phòng, Trung tâm thuộc Sở",
        "Lưu: VT, BPTD.",
    )
    recipients = tuple(Recipient(f"r{at}", words) for at, words in enumerate(lines))
    plan = replace(plan_of(("Trung tâm Dữ liệu và Đổi mới", "Bộ phận Tiếp dân")), recipients=recipients)
    assert [*addressed(plan)][1:4] == ["Ban Giám đốc Sở", "Chi cục Biển", "TTDL&ĐM"]
    assert [*archiving(plan)] == ["VT", "BPTD"]
    found = {unit.name: (unit.aliases, unit.kind) for unit in proposed_units([plan], ())}
    assert found == {
        "Chi cục Biển": ((), UnitKind.INSIDE),
        "Bộ phận Tiếp dân": (("BPTD",), UnitKind.INSIDE),
        "Trung tâm Dữ liệu và Đổi mới": (("TTDL&ĐM",), UnitKind.INSIDE),
        "Các phòng, Trung tâm thuộc Sở": ((), UnitKind.COLLECTIVE),
    }


def test_what_concerns_any_unit_is_no_unit() -> None:
    cells = ("Văn phòng Sở", "các cơ quan, đơn vị có liên quan; Phòng, đơn vị liên quan; các tổ chức có liên quan")
    assert [unit.name for unit in proposed_units([plan_of(cells)], ())] == ["Văn phòng Sở", "Các tổ chức"]
