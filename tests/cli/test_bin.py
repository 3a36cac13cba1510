"""The recycle bin on the command line: listed, searched, brought back."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.storage.samples import add, sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.paper import remove_bases
from tthc_desktop.models.plan import Plan
from tthc_desktop.office import Office


@pytest.fixture
def plan(office: Path) -> Plan:
    """Return a plan of the office that lost its only basis."""
    with Office.open(office) as opened:
        plan = add(opened, sample_plan())
        opened.change(Change("Xóa căn cứ", ((plan, remove_bases(plan, [plan.bases[0].id])),)))
    return plan


def test_an_empty_bin_says_so(ask: Ask) -> None:
    assert ask("bin", "--json").found == {"deleted": []}
    assert "không có gì" in ask("bin").out


def test_what_was_deleted_is_found_without_accents(ask: Ask, plan: Plan) -> None:
    (found,) = ask("bin", "can cu nghi dinh 63", "--json").found["deleted"]

    assert (found["id"], found["kind"], found["change"]) == (plan.bases[0].id, "basis", "Xóa căn cứ")
    assert "Kiểm soát" in found["place"]
    assert "Căn cứ Nghị định số 63/2010" in ask("bin").out
    assert "Không có gì như vậy" in ask("bin", "phòng cháy").out


def test_a_part_comes_back_and_can_be_taken_back(ask: Ask, office: Path, plan: Plan) -> None:
    assert ask("bin", "--restore", plan.bases[0].id, "--json").found["restored"] == [plan.bases[0].id]
    with Office.open(office) as opened:
        assert opened.plans[plan.id] == plan
        assert opened.undo_label.startswith("Đưa trở lại căn cứ")

    ask("undo")

    assert len(ask("bin", "--json").found["deleted"]) == 1


def test_a_plan_and_a_part_that_was_deleted_before_it_come_back_together(ask: Ask, office: Path, plan: Plan) -> None:
    ask("delete", plan.id)
    alone = ask("bin", "--restore", plan.bases[0].id)
    assert alone.status == 2
    assert "cũng đã xóa" in alone.err
    assert is_one_line(alone.err)

    ask("bin", "--restore", plan.bases[0].id, "--restore", plan.id[:8])

    with Office.open(office) as opened:
        assert opened.plans[plan.id] == plan
    assert ask("bin", "--json").found == {"deleted": []}


def test_an_unknown_identity_is_refused(ask: Ask, plan: Plan) -> None:
    del plan
    refused = ask("bin", "--restore", "khong-co")

    assert refused.status == 2
    assert "không có mục nào" in refused.err
    assert is_one_line(refused.err)
