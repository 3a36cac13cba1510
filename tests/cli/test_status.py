"""`status`: per task who has it, when it is due, how it stands on a day."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.models.agenda.offices import INSPECTORS, OFFICE, plan, said
from tests.models.units.registers import REGISTER
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.version import Stage
from tthc_desktop.office import Office


@pytest.fixture
def made(office: Path) -> Plan:
    """Return a plan in an office that knows its units, one of which has reported."""
    made = plan(
        (OFFICE.name, INSPECTORS.name, "30/6/2025"),
        (INSPECTORS.name, "", "Hằng quý, trước ngày 25 của tháng cuối quý"),
        (OFFICE.name, "", "Thường xuyên"),
        ("Ban chưa ai biết", "", ""),
        stage=Stage.DRAFT,
    )
    with Office.open(office) as opened:
        opened.change(Change("Thêm", ((None, made), *((None, unit) for unit in REGISTER))))
        opened.change(Change("Ghi", ((None, said("t1", OFFICE.id, Status.DONE, date(2025, 6, 20))),)))
    return made


def test_each_task_says_who_when_and_how(ask: Ask, made: Plan) -> None:
    found = ask("status", made.id, "--on", "01/07/2025", "--json").found
    assert found["on"] == "2025-07-01"
    once, quarterly, always, nobody = found["tasks"]
    assert [one["id"] for one in found["tasks"]] == ["t1", "t2", "t3", "t4"]
    assert once["units"] == [OFFICE.name, INSPECTORS.name]
    assert (once["due"], once["status"]) == ("2025-06-30", "Hoàn thành đúng hạn")
    assert [clause["kind"] for clause in once["clauses"]] == ["fixed_date"]
    assert [one["part"] for one in once["parts"]] == ["Chủ trì", "Phối hợp"]
    assert (quarterly["due"], quarterly["status"]) == ("2025-03-25", "Quá hạn")
    assert [(one["period"], one["status"]) for one in quarterly["occurrences"]] == [
        ("2025-Q1", "Quá hạn"), ("2025-Q2", "Quá hạn"), ("2025-Q3", "Chưa đến hạn"), ("2025-Q4", "Chưa đến hạn"),
    ]  # fmt: skip
    assert (always["due"], always["status"], always["review"]) == (None, "Đang thực hiện", "2025-09-30")
    assert always["review_missing"] is True
    assert (nobody["due"], nobody["clauses"]) == (None, [])
    assert found["counts"] == {"Hoàn thành đúng hạn": 1, "Quá hạn": 1, "Đang thực hiện": 1, "Chưa đến hạn": 1}


def test_the_clock_moves_the_status(ask: Ask, made: Plan) -> None:
    def first(on: str) -> str:
        status: str = ask("status", made.id, "--on", on, "--json").found["tasks"][0]["status"]
        return status

    assert [first(on) for on in ("2025-06-01", "2025-06-20", "2025-07-01")] == [
        "Chưa đến hạn", "Hoàn thành đúng hạn", "Hoàn thành đúng hạn",
    ]  # fmt: skip


def test_all_plans_together_say_what_presses(ask: Ask, made: Plan) -> None:
    told = ask("status", "--on", "23/06/2025").out
    assert "Quá hạn:" in told
    assert "Quá hạn 90 ngày, quý I/2025, hạn 25/03/2025" in told
    assert "Còn 2 ngày, quý II/2025, hạn 25/06/2025" in told
    assert "Chưa rà soát quý I/2025" in told
    assert told.splitlines()[-1].startswith("Ngày 23/06/2025: 4 việc – ")
    found = ask("status", "--on", "23/06/2025", "--json").found
    assert [plan["id"] for plan in found["plans"]] == [made.id]
    assert {one["urgency"] for one in found["reminders"]} == {"overdue", "in_three", "review"}


def test_a_plan_in_words_has_a_line_for_each_task(ask: Ask, made: Plan) -> None:
    lines = ask("status", made.id, "--on", "01/07/2025").out.splitlines()
    assert len(lines) == 5
    assert "Hoàn thành đúng hạn; hạn 30/06/2025" in lines[0]
    assert "Quá hạn 98 ngày; hạn 25/03/2025" in lines[1]
    assert "Ban chưa ai biết: Chưa đến hạn" in lines[3]


def test_units_that_no_register_has_are_those_of_the_plan(ask: Ask, paper: Path) -> None:
    plan_id = ask("import", paper, "--json").found["plan"]
    found = ask("status", plan_id, "--json").found
    assert all(task["units"] for task in found["tasks"] if "deadline" in task and task["parts"][0]["unit_id"])
    assert any(task["units"] for task in found["tasks"])


def test_a_day_that_is_none_is_one_sentence(ask: Ask, made: Plan) -> None:
    said_ = ask("status", made.id, "--on", "31/02/2025")
    assert said_.status == 2
    assert is_one_line(said_.err)
    assert ask("status", "không có").status == 2


def test_an_empty_office_has_nothing_to_do(ask: Ask) -> None:
    assert ask("status").out == "Chưa có kế hoạch nào đang thực hiện.\n"
    assert ask("status", "--json").found["tasks"] == []
