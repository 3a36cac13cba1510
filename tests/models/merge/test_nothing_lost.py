"""However a sheet is damaged, every answer in it is found at its own work, to be reviewed, or in an unknown row."""

from dataclasses import replace
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from tests.models.merge.building import S, cell, place, with_rows
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.merge.values import Merge, Verdict
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.sending.returned import ReturnedRow
from tthc_desktop.models.task import Task

WORKS = 8


def answered(row: ReturnedRow, number: int) -> ReturnedRow:
    """Return the row with an answer that says which work its words are about."""
    return replace(row, cells={**row.cells, S: cell(S, row.row, f"{row.work_id}: {number}")})


def with_swapped_identities(rows: list[ReturnedRow], random: Random) -> list[ReturnedRow]:
    places = random.sample(range(len(rows)), random.randint(0, len(rows)))
    ids = [rows[at].work_id for at in places]
    made = list(rows)
    for at, id_ in zip(places, random.sample(ids, len(ids)), strict=True):
        made[at] = replace(made[at], work_id=id_)
    return made


def with_lost_identities(rows: list[ReturnedRow], random: Random) -> list[ReturnedRow]:
    return [replace(row, work_id=random.choice(("", row.work_id, "lạ"))) for row in rows]


def with_copies(rows: list[ReturnedRow], random: Random) -> list[ReturnedRow]:
    copies = random.sample(rows, random.randint(0, len(rows)))
    more = [
        replace(row, cells={**row.cells, S: cell(S, 0, random.choice(("", f"{row.cells[S].words} chép")))})
        if row.cells[S].words
        else row
        for row in copies
    ]
    return random.sample(rows + more, len(rows + more))


def reworded(rows: list[ReturnedRow], random: Random) -> list[ReturnedRow]:
    """Return the rows, a few of them with a word more in their content."""
    return [
        replace(row, locked={**row.locked, "content": f"{row.locked['content']} thêm"})
        if random.random() < 0.2
        else row
        for row in rows
    ]


def emptied(rows: list[ReturnedRow], random: Random) -> list[ReturnedRow]:
    """Return the rows, a few of them without any locked word."""
    return [replace(row, locked=dict.fromkeys(row.locked, "")) if random.random() < 0.2 else row for row in rows]


def rescheduled(rows: list[ReturnedRow], random: Random) -> list[ReturnedRow]:
    """Return the rows, a few of them with a deadline that no work has."""
    return [
        replace(row, locked={**row.locked, "deadline": "Tháng 13"}) if random.random() < 0.2 else row for row in rows
    ]


DAMAGES = (with_swapped_identities, with_lost_identities, with_copies, reworded, rescheduled, emptied)


def with_twins(plan: Plan) -> Plan:
    """Return the plan with three works of one content, each with its own deadline."""
    twins = {id_: replace(plan.tasks[id_], content=plan.tasks["t0"].content) for id_ in ("t3", "t6")}
    return replace(plan, tasks={**plan.tasks, **twins})


def with_a_blank_work(plan: Plan) -> Plan:
    return replace(plan, tasks={**plan.tasks, "blank": Task("blank")})


def found_in(merged: Merge) -> set[str]:
    told = {said.words for one in merged.compared for said in one.returned}
    return told | {row.cells[S].words for row in merged.unknown_rows}


@example(Random(154), [with_swapped_identities, reworded, with_copies])
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(DAMAGES), max_size=len(DAMAGES)))
def test_every_answer_arrives_somewhere_and_none_at_another_work(random: Random, damages: list[object]) -> None:
    office = place(WORKS)
    office, sheet = replace(office, plans={"p": with_twins(office.plans["p"])}).sent()
    office = replace(office, plans={"p": with_a_blank_work(office.plans["p"])})
    rows = [answered(row, number) if random.random() < 0.7 else row for number, row in enumerate(sheet.rows)]
    random.shuffle(rows)
    for damage in damages:
        rows = damage(rows, random)  # type: ignore[operator]
    merged = merge([with_rows(sheet, *rows)], office.known())
    assert {row.cells[S].words for row in rows} - {""} <= found_in(merged)
    for one in merged.compared:
        if one.verdict is Verdict.OFFERED:
            assert {about(said.words) for said in one.returned} == {one.spot.work_id}


def about(words: str) -> Id:
    return words.partition(":")[0]
