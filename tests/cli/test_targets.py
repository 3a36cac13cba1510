"""`target`: shown, measured, marked and unmarked."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask, Said, is_one_line
from tthc_desktop.models.changes import Change
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office

pytestmark = pytest.mark.usefixtures("plan")
_COLUMNS = (Column("n", Role.NUMBER), Column("c", Role.CONTENT), Column("u", Role.UNIT), Column("v", Role.VALUE))


@pytest.fixture
def plan(office: Path) -> Plan:
    """Return a plan of two years with a target in a table and two in the text, and the one before."""
    rate = Target("rate", plain("Tỷ lệ hồ sơ đúng hạn"), plain("%"), plain("Tối thiểu 95"))
    table = Table("t", _COLUMNS, (Row("r", RowKind.TARGET, target_id="rate"),))
    text = Item("goal", Mark.ARABIC, plain("Giảm 30% thời gian, 20% chi phí so với năm 2025"))
    now = Plan("now", title=plain("Kế hoạch năm 2026"), body=(text, table), targets={"rate": rate})
    old = Target("old", plain("Tỷ lệ hồ sơ đúng hạn"), plain("%"), plain("90"))
    before = Plan(
        "before",
        title=plain("Kế hoạch năm 2025"),
        body=(Table("t0", (), (Row("r0", RowKind.TARGET, target_id="old"),)),),
        targets={"old": old},
    )
    with Office.open(office) as opened:
        units = Unit("u1", "Phòng Một", "P1"), Unit("u2", "Phòng Hai")
        opened.change(Change("Thêm", ((None, before), (None, now), *((None, unit) for unit in units))))
    return now


def measure(ask: Ask, *more: str, target: str = "rate", period: str = "2026-Q2") -> Said:
    return ask("target", "set", "now", target, "--period", period, *more)


def test_figures_are_measured_and_shown_beside_last_year(ask: Ask) -> None:
    assert ask("target", "set", "before", "old", "--period", "2025-Q2", "--value", "96").status == 0
    said = measure(ask, "--numerator", "1.800", "--denominator", "1900", "--as-of", "14/6/2026", "--json")

    found = said.found["target"]
    assert (found["numerator"], found["denominator"], found["as_of"]) == (1800, 1900, "2026-06-14")
    assert (found["verdict"], found["comparator_printed"], found["target"]) == ("not_met", "Tối thiểu", 95)
    assert found["last_year"] == {
        **dict.fromkeys(("numerator", "denominator", "as_of")),
        **{"period": "2025-Q2", "value": 96, "verdict": "met", "doubt": ""},
    }
    assert ask("target", "show", "now", "--period", "2026-Q2", "--json").found["targets"] == [found]
    told = ask("target", "show", "now", "--period", "Quý II/2026").out
    assert "1 Tỷ lệ hồ sơ đúng hạn (giao Tối thiểu 95 %): 94,74%, Chưa đạt; năm trước 96%  [rate]" in told
    assert ask("undo").out == "Đã hoàn tác: Số liệu của chỉ tiêu “Tỷ lệ hồ sơ đúng hạn”.\n"


def test_no_cases_are_neither_nothing_nor_all(ask: Ask) -> None:
    found = measure(ask, "--numerator", "0", "--denominator", "0", "--json").found["target"]

    assert (found["verdict"], found["value"]) == ("no_cases", None)


def test_units_are_added_and_the_office_goes_before(ask: Ask) -> None:
    measure(ask, "--unit", "P1", "--numerator", "9", "--denominator", "10")
    found = measure(ask, "--unit", "phong hai", "--numerator", "30", "--denominator", "30", "--json").found["target"]
    assert (found["numerator"], found["denominator"], found["value"]) == (39, 40, 97.5)
    assert [(unit["unit"], unit["verdict"]) for unit in found["units"]] == [("u1", "not_met"), ("u2", "met")]
    assert measure(ask, "--value", "99", "--json").found["target"]["value"] == 99
    assert measure(ask, "--value", "", "--json").found["target"]["value"] == 97.5


def test_one_figure_may_take_the_place_of_another(ask: Ask) -> None:
    measure(ask, "--value", "99")
    found = measure(ask, "--value", "", "--numerator", "1", "--denominator", "2", "--json").found["target"]

    assert found["value"] == 50


def test_targets_of_the_text_are_marked_measured_and_unmarked(ask: Ask) -> None:
    proposed = ask("target", "show", "now", "--json").found["proposed"]
    assert [(one["item"], one["value"], one["name"]) for one in proposed] == [
        ("goal", "Giảm 30% … so với năm 2025", "thời gian"),
        ("goal", "Giảm … 20% … so với năm 2025", "chi phí"),
    ]
    (first,) = ask("target", "mark", "now", "--item", "goal", "--value", proposed[0]["value"], "--json").found["marked"]
    assert len(ask("target", "mark", "now", "--all", "--json").found["marked"]) == 1
    found = measure(ask, "--numerator", "70", "--denominator", "100", "--json", target=first).found["target"]
    assert (found["value"], found["verdict"], found["baseline_year"]) == (30, "met", 2025)
    assert [one["number"] for one in ask("target", "show", "now", "--json").found["targets"]] == ["1", "1", "1"]
    assert [one["in_text"] for one in ask("show", "now", "--json").found["targets"]] == ["goal", "goal", ""]
    assert ask("target", "unmark", "now", "thời gian").out == "Đã bỏ đánh dấu chỉ tiêu “thời gian”.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("set", "now", "rate", "--period", "2026-Q2"), "Chưa có số liệu nào."),
        (("set", "now", "rate", "--period", "2026-Q2", "--numerator", "nhiều"), "“nhiều” không phải một con số."),
        (("set", "now", "rate", "--period", "2026-Q2", "--numerator", "-3"), "“-3” nhỏ hơn 0."),
        (("set", "now", "rate", "--period", "2026-Q2", "--denominator", "1,250"), "Có phải 1.250 không?"),
        (("set", "now", "rate", "--period", "2026-Q2", "--as-of", "31/02/2026"), "không có trong lịch"),
        (("set", "now", "rate", "--period", "2026-Q2", "--value", "9" * 30), "lớn quá mức"),
        (("set", "now", "rate", "--period", "quý 5", "--value", "9"), "Không hiểu kỳ “quý 5”."),
        (("set", "now", "rate", "--value", "9"), "Thiếu --period."),
        (("set", "now", "rates", "--period", "2026", "--value", "9"), "không có chỉ tiêu nào là “rates”"),
        (("set", "now", "", "--period", "2026", "--value", "9"), "không có chỉ tiêu nào là “”"),
        (("set", "now", "rate", "--period", "2026", "--value", "9", "--unit", "P9"), "Không có đơn vị nào là “P9”."),
        (("mark", "now", "--item", "gone"), "Không có chỉ tiêu nào như vậy"),
        (("mark", "now"), "Không có chỉ tiêu nào như vậy"),
        (("unmark", "now", "rate"), "là một hàng của bảng"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(ask: Ask, arguments: tuple[str, ...], told: str) -> None:
    before = ask("target", "show", "now", "--period", "2026-Q2", "--json").out
    said = ask("target", *arguments)

    assert said.status == 2
    assert told in said.err
    assert is_one_line(said.err)
    assert ask("target", "show", "now", "--period", "2026-Q2", "--json").out == before
