"""How parts of an earlier plan stand beside the plan now."""

from dataclasses import replace

from tests.ui.papers import little_plan
from tthc_desktop.models.backups.standing import Beside, Standing, text_tasks
from tthc_desktop.models.editing.tables import remove_rows
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain

THEN = little_plan()
TABLE = next(table for table, _ in tables(THEN))
ITEM = next(text_tasks(THEN))


def standings(now: Plan | None) -> list[Standing]:
    """Return how the plan, its table, the table's rows and the task of its text stand."""
    beside = Beside(THEN, now)
    return [beside.plan(), beside.table(TABLE), *map(beside.row, TABLE.rows), beside.item(ITEM)]


def test_nothing_has_changed_in_an_equal_plan() -> None:
    assert set(standings(little_plan())) == {Standing.SAME}


def test_all_is_gone_with_the_plan() -> None:
    assert set(standings(None)) == {Standing.GONE}


def test_a_deleted_row_is_gone_and_its_table_other() -> None:
    now = remove_rows(THEN, TABLE.id, ["w2"])
    found = dict(zip(["plan", "table", "g", "w1", "w2", "w3", "x1", "text"], standings(now), strict=True))
    assert {name for name, standing in found.items() if standing is Standing.GONE} == {"w2"}
    assert {"plan", "table"} <= {name for name, standing in found.items() if standing is Standing.OTHER}
    assert found["w1"] is found["text"] is Standing.SAME


def test_another_word_of_a_task_makes_its_row_other() -> None:
    task = replace(THEN.tasks["t1"], lead=plain("Thanh tra"))
    found = standings(replace(THEN, tasks={**THEN.tasks, "t1": task}))
    assert [at for at, standing in enumerate(found) if standing is Standing.OTHER] == [0, 1, 3]


def test_a_task_of_the_text_is_other_when_its_words_are() -> None:
    task = replace(THEN.tasks["body"], deadline=plain("Quý III"))
    found = standings(replace(THEN, tasks={**THEN.tasks, "body": task}))
    assert found[-1] is Standing.OTHER
    assert found[1] is Standing.SAME


def test_a_row_whose_task_is_printed_elsewhere_is_not_gone() -> None:
    rows = tuple(replace(row, id="other") if row.id == "w1" else row for row in TABLE.rows)
    appendix = replace(THEN.appendices[0], nodes=(replace(TABLE, rows=rows),))
    found = standings(replace(THEN, appendices=(appendix,)))
    assert found[3] is Standing.OTHER


def test_words_beside_the_tables_change_no_table() -> None:
    found = standings(replace(THEN, title=plain("Khác")))
    assert found[0] is Standing.OTHER
    assert set(found[1:]) == {Standing.SAME}
