"""A quarter asked, answered and taken through files: `send --period` and `receive`."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Ask, is_one_line
from tests.models.agenda.offices import OFFICE, plan
from tests.models.agenda.test_agenda import with_target
from tests.models.units.registers import REGISTER
from tthc_desktop.models.changes import Change
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.version import Stage
from tthc_desktop.office import Office


@pytest.fixture
def plan_id(office: Path) -> str:
    """Return a plan with work that is due once, work of each quarter, and a target."""
    made = with_target(plan((OFFICE.name, "", "30/6/2025"), (OFFICE.name, "", "Hằng quý"), stage=Stage.DRAFT))
    with Office.open(office) as opened:
        opened.change(Change("Thêm", ((None, made), *((None, unit) for unit in REGISTER))))
    return made.id


def fill(path: Path, number: int) -> None:
    """Fill in a sheet as the unit does in a quarter."""
    book = load_workbook(path)
    page = book.worksheets[0]
    rows = {str(cell.value): cell.row for (cell,) in page.iter_rows(max_col=1)}
    page[f"K{rows['t1']}"] = f"lần {number}"
    page[f"I{rows['t2']}"] = Status.DONE.value
    page[f"P{rows['g']}"] = 100 + number
    page[f"Q{rows['g']}"] = 120
    page[f"S{rows['g']}"] = datetime(2025, 3 * number, 14)  # noqa: DTZ001 - Excel has no zones
    book.save(path)


def test_each_quarter_goes_out_and_comes_back_under_its_key(ask: Ask, plan_id: str, tmp_path: Path) -> None:
    for number, quarter in enumerate(("2025-Q1", "Quý II/2025"), 1):
        found = ask("send", plan_id, tmp_path / f"gửi {number}", "--period", quarter, "--json").found
        assert found["period"] == f"2025-Q{number}"
        file = Path(found["sheets"][0]["file"])
        fill(file, number)
        taken = ask("receive", file, "--apply", "--json").found
        assert (taken["updated"], taken["problems"], taken["conflicts"]) == (5, [], [])
        assert ask("receive", file, "--apply", "--json").found["updated"] == 0
    said = {(one["work"], one.get("period", "")): one for one in ask("show", plan_id, "--json").found["progress"]}
    assert set(said) == {("t1", ""), ("t2", "2025-Q1"), ("t2", "2025-Q2"), ("g", "2025-Q1"), ("g", "2025-Q2")}
    assert said["t1", ""]["result"] == "lần 2"
    assert (said["g", "2025-Q2"]["numerator"], said["g", "2025-Q2"]["as_of"]) == ("102", "2025-06-14")
    shown = ask("progress", "show", plan_id).out
    assert "(Quý II/2025): Số đạt (b): 102" in shown


def test_a_conflict_says_which_quarter(ask: Ask, plan_id: str, tmp_path: Path) -> None:
    found = ask("send", plan_id, tmp_path, "--period", "2025-Q2", "--json").found
    file = Path(found["sheets"][0]["file"])
    fill(file, 2)
    ask("progress", "set", plan_id, "t2", OFFICE.name, "--period", "2025-Q2", "--status", "đang làm")
    ask("progress", "set", plan_id, "t2", OFFICE.name, "--period", "2025-Q1", "--status", "đang làm")
    (conflict,) = ask("receive", file, "--json").found["conflicts"]
    assert (conflict["work"], conflict["period"]) == ("t2", "2025-Q2")
    assert f"Mâu thuẫn, {OFFICE.name}, Quý II/2025, “Việc 2”" in ask("receive", file).out


def test_a_period_that_is_none_is_one_sentence_and_writes_nothing(ask: Ask, plan_id: str, tmp_path: Path) -> None:
    refused = ask("send", plan_id, tmp_path / "ra", "--period", "quý 5/2025")
    assert refused.status == 2
    assert is_one_line(refused.err)
    assert not (tmp_path / "ra").exists()
