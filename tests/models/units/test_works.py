"""Work is found where it is printed, with its number and what stands above it."""

from dataclasses import replace

from hypothesis import given

from tests.models.units.registers import plan_of, table_of
from tests.strategies import plans
from tthc_desktop.models.editing.tasks import printed
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Item, Plan
from tthc_desktop.models.text import plain
from tthc_desktop.models.units.works import Work, works

CELLS = ("Văn phòng Sở", "")


def _shown(work: Work) -> tuple[str, str, list[tuple[str, str]]]:
    return work.held.id, work.number, [(heading.number, heading.content) for heading in work.above]


def test_work_in_a_table_stands_below_its_groups() -> None:
    found = [_shown(work) for work in works(plan_of(CELLS, CELLS))]
    assert found == [("t1", "1", [("I", "Công tác chung")]), ("t2", "2", [("I", "Công tác chung")])]


def test_work_in_the_text_stands_below_its_headings() -> None:
    plan = plan_of(CELLS, CELLS)
    tasks = (Item("a", Mark.LETTER, task_id="t1"), Item("b", Mark.LETTER, task_id="t2"))
    note = Item("n", Mark.NONE, plain("Lời dẫn"), children=tasks)
    section = Item("s", Mark.ROMAN, plain("NHIỆM VỤ"), heading=True, children=(note,))
    found = [_shown(work) for work in works(replace(plan, body=(section,)))]
    assert found == [("t1", "a", [("I", "NHIỆM VỤ")]), ("t2", "b", [("I", "NHIỆM VỤ")])]


def test_of_several_tables_the_appendix_is_told() -> None:
    plan = plan_of(CELLS, CELLS)
    appendices = (
        Appendix("a1", plain("CHỈ TIÊU"), nodes=(table_of(["t1"], "one"),)),
        Appendix("a2", nodes=(table_of(["t2"], "two"),)),
    )
    found = [_shown(work) for work in works(replace(plan, body=(), appendices=appendices))]
    assert found == [
        ("t1", "1", [("Phụ lục I", "CHỈ TIÊU"), ("I", "Công tác chung")]),
        ("t2", "1", [("", "Phụ lục II"), ("I", "Công tác chung")]),
    ]
    (alone, _) = works(replace(plan, body=(), appendices=(Appendix("a", plain("X"), nodes=(table_of(["t1", "t2"]),)),)))
    assert [heading.content for heading in alone.above] == ["Công tác chung"]


@given(plans())
def test_every_printed_task_and_target_is_work_once(plan: Plan) -> None:
    found = [work.held.id for work in works(plan)]
    assert len(found) == len(set(found))
    assert set(found) == set(printed(plan))
