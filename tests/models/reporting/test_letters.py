"""Letters that urge, papers that give work, and the table of all work: as plans with all their parts."""

from dataclasses import replace
from datetime import date

import pytest

from tests.models.reporting.offices import CONTENTS, TODAY, UNITS, facts_of, told, yearly_plan
from tests.models.units.registers import INSPECTORS, JUSTICE, OFFICE, REGISTER
from tthc_desktop.errors import UserError
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.outline import tables
from tthc_desktop.models.places import words_by_place
from tthc_desktop.models.plan import Item, Plan, Recipient, cell
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting.assigning import assignment
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.letters import late_units, reminder
from tthc_desktop.models.reporting.overview_table import overview_table
from tthc_desktop.models.reporting.values import Facts
from tthc_desktop.models.table import RowKind
from tthc_desktop.models.text import plain
from tthc_desktop.models.units.assigning import share_of

DONE = Status.DONE.value
SINCE = Stretch(date(2025, 1, 1), TODAY)
LATE = told("t2", INSPECTORS.id, status=Status.DOING.value, trouble="thiếu máy đo")


def late_facts() -> Facts:
    """Return facts in which the office is late with two pieces of work and the inspectors with one."""
    return facts_of([LATE], Stretch(date(2025, 1, 1), date(2025, 7, 10)))


def paragraphs(paper: Plan) -> list[str]:
    return [str(node.text) for node in paper.body if isinstance(node, Item)]


def grid(paper: Plan) -> list[list[str]]:
    [table] = (table for table, _ in tables(paper))
    return [[str(cell(paper, row, column)) for column in table.columns[1:]] for row in table.rows]


def test_a_letter_to_one_unit_lists_its_late_work() -> None:
    letter = reminder([yearly_plan()], late_facts(), TODAY, INSPECTORS.id, date(2025, 7, 15))
    assert (letter.kind, letter.header.symbol, letter.addressees) == ("CÔNG VĂN", "SNV-VP", (INSPECTORS.name,))
    assert str(letter.title) == "đôn đốc thực hiện nhiệm vụ tại Kế hoạch số 1/KH ngày 02/01/2025"
    assert [one.text for one in letter.recipients] == ["Như trên", "Lưu: VT, VP"]
    first, asks, last = paragraphs(letter)
    assert first.endswith(f"{INSPECTORS.name} còn 01 nhiệm vụ đã quá hạn nhưng chưa hoàn thành, cụ thể như sau:")
    assert "trước ngày 15/7/2025" in asks
    assert "hoàn thành nhiệm vụ nêu trên" in asks
    assert last.endswith("./.")
    assert grid(letter) == [[str(yearly_plan().tasks["t2"].content), "Quý II/2025", "10", "Thiếu máy đo"]]
    assert letter.drawn
    assert (letter.drawn.form, letter.drawn.unit_id) == (Form.REMINDER, INSPECTORS.id)


def test_a_letter_to_all_names_the_units_of_each_piece() -> None:
    letter = reminder([yearly_plan()], late_facts(), TODAY)
    assert letter.addressees == (OFFICE.name, INSPECTORS.name)
    assert late_units(late_facts()) == (OFFICE.id, INSPECTORS.id)
    assert [row[1] for row in grid(letter)] == [OFFICE.name, f"{OFFICE.name}; {INSPECTORS.name}", OFFICE.name]
    assert "các nhiệm vụ nêu trên" in paragraphs(letter)[1]


def test_nobody_late_is_told() -> None:
    with pytest.raises(UserError, match="không có nhiệm vụ nào quá hạn"):
        reminder([yearly_plan()], facts_of(stretch=Stretch(date(2025, 1, 1), date(2025, 1, 31))), TODAY)
    with pytest.raises(UserError, match="không có nhiệm vụ nào quá hạn"):
        reminder([yearly_plan()], late_facts(), TODAY, JUSTICE.id)


def test_a_plan_without_number_is_urged_without_one() -> None:
    bare = yearly_plan(issue=None, recipients=(Recipient("r", "Lưu: VT"),))
    bare = replace(bare, header=replace(bare.header, number=""))
    letter = reminder([bare], late_facts(), TODAY)
    assert str(letter.title) == "đôn đốc thực hiện nhiệm vụ đã quá hạn"
    assert letter.header.symbol == "SNV"


def test_a_unit_is_given_its_work_with_its_part() -> None:
    plan = yearly_plan()
    paper = assignment([plan], [share_of(plan, UNITS[1], REGISTER)], TODAY)
    assert paper.kind == "PHIẾU GIAO VIỆC"
    assert str(paper.title) == f"Giao {INSPECTORS.name} thực hiện kế hoạch công tác tiếp dân năm 2025 của Sở Nội vụ"
    assert paragraphs(paper)[0].endswith(f"Sở Nội vụ giao {INSPECTORS.name} thực hiện 02 công việc sau đây:")
    [table] = (table for table, _ in tables(paper))
    assert [row.kind for row in table.rows] == [RowKind.GROUP, RowKind.PLAIN, RowKind.PLAIN]
    assert [row[0] for row in grid(paper)][2] == CONTENTS[2]
    assert [one.text for one in paper.recipients] == [INSPECTORS.name, "Lưu: VT, VP"]


def test_two_plans_are_given_under_their_titles() -> None:
    one, other = yearly_plan(), replace(yearly_plan(), id="other", title=plain("Cải cách năm 2025"))
    paper = assignment([one, other], [share_of(plan, OFFICE, REGISTER) for plan in (one, other)], TODAY)
    titles = [row[0] for row in grid(paper) if row[0].endswith(("Sở Nội vụ", "năm 2025"))]
    assert titles == ["Công tác tiếp dân năm 2025 của Sở Nội vụ", "Cải cách năm 2025"]


def test_a_unit_without_work_is_told() -> None:
    plan = yearly_plan()
    with pytest.raises(UserError, match="không giao việc nào"):
        assignment([plan], [share_of(plan, JUSTICE, REGISTER)], TODAY)


def test_the_table_of_all_work_is_of_its_day() -> None:
    done = told("t1", OFFICE.id, status=DONE, day="2025-04-10", result="Đã ký")
    paper = overview_table([yearly_plan()], facts_of([done], SINCE), TODAY)
    [appendix] = paper.appendices
    assert appendix.landscape
    assert "tính đến ngày 17/6/2025" in str(paper.title)
    assert [row[0] for row in grid(paper) if row[0] in {str(task.content) for task in yearly_plan().tasks.values()}]
    assert not any(run.figure for _, words in words_by_place(paper) for run in words.runs)
    assert paper.drawn
    assert paper.drawn.form is Form.FOLLOW_UP
