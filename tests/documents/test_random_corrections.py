"""Random edits of real plans, written as Word and read back: with all of them taken the plan is the edited one."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.models.correcting.printed import shown
from tests.real_plans import draft_of
from tthc_desktop.documents.corrected_papers import CorrectedPaper, as_read, compared
from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.laid_out.reader import read_laid_out
from tthc_desktop.documents.reading.word import read_word
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.correcting import accepted
from tthc_desktop.models.editing import paper, rows, structure, tables, text
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items
from tthc_desktop.models.outline import tables as tables_of
from tthc_desktop.models.plan import Item, Plan, words
from tthc_desktop.models.table import TASK_FIELDS, Role, Row, RowKind, Table
from tthc_desktop.models.text import plain

WORDS = "rà soát thủ tục hành chính đơn vị kiểm tra báo cáo kết quả công khai niêm yết liên thông dữ liệu hồ sơ".split()
Edit = Callable[[Random, Plan], Plan]


def sentence(chance: Random) -> str:
    return f"{' '.join(chance.choice(WORDS) for _ in range(chance.randint(8, 20))).capitalize()}."


def points(plan: Plan) -> list[Item]:
    """Return numbered paragraphs with nothing below them; where others stand is told by no number."""
    return [
        item
        for item, above in items(plan.body)
        if above and not (item.children or item.heading or item.shares_id) and item.mark is not Mark.NONE
    ]


def work_rows(plan: Plan) -> list[tuple[Table, Row]]:
    return [
        (table, row)
        for table, _ in tables_of(plan)
        for row in table.rows
        if row.kind is RowKind.TASK and not row.continues
    ]


def reword(chance: Random, plan: Plan) -> Plan:
    item = chance.choice(points(plan))
    said = str(words(plan, item)).split()
    place = chance.randrange(len(said) - 1)
    said[place : place + chance.randint(0, 2)] = [chance.choice(WORDS)]
    return text.set_words(plan, item.id, plain(" ".join(said)))


def rewrite(chance: Random, plan: Plan) -> Plan:
    return text.set_words(plan, chance.choice(points(plan)).id, plain(sentence(chance)))


def add(chance: Random, plan: Plan) -> Plan:
    beside = chance.choice([item for item in points(plan) if not item.task_id])
    return structure.add_sibling(plan, beside.id, Item(new_id(), beside.mark, plain(sentence(chance))))


def remove(chance: Random, plan: Plan) -> Plan:
    return text.remove_nodes(plan, [chance.choice(points(plan)).id])


def set_cell(chance: Random, plan: Plan) -> Plan:
    table, row = chance.choice(work_rows(plan))
    column = chance.choice([column for column in table.columns if column.role in TASK_FIELDS])
    said = f"Tháng {chance.randint(1, 12)}/2025" if column.role is Role.DEADLINE else sentence(chance)
    return tables.set_cell(plan, table.id, row.id, column.id, plain(said))


def add_row(chance: Random, plan: Plan) -> Plan:
    table, row = chance.choice(work_rows(plan))
    made = rows.add_below(plan, table.id, [row.id])
    columns = [column.id for column in table.columns if column.role in TASK_FIELDS]
    return tables.set_cells(
        made.plan, table.id, {(made.row_ids[0], column): plain(sentence(chance)) for column in columns}
    )


def remove_row(chance: Random, plan: Plan) -> Plan:
    table, row = chance.choice(work_rows(plan))
    return tables.remove_rows(plan, table.id, [row.id])


def move_row(chance: Random, plan: Plan) -> Plan:
    table, row = chance.choice(work_rows(plan))
    return rows.move(plan, table.id, [row.id], chance.choice((-1, 1)))


def sign(_chance: Random, plan: Plan) -> Plan:
    return paper.set_signatory(plan, replace(plan.signatory, name="Nguyễn Văn Mới"))


EDITS: tuple[Edit, ...] = (reword, rewrite, add, remove, set_cell, add_row, remove_row, move_row, sign)
OF_TABLES = (set_cell, add_row, remove_row, move_row)


@cache
def _plan(path: Path) -> Plan:
    return draft_of(path).plan


def read(plan: Plan) -> Draft:
    return read_laid_out(read_word(render(plan), ""))


@pytest.mark.parametrize("seed", range(30))
def test_a_plan_edited_at_random_comes_back_as_it_was_edited(seeds: Path, seed: int) -> None:
    papers = sorted(seeds.glob("*.txt"))
    chance = Random(seed)
    plan = made = _plan(papers[seed % len(papers)])
    for _ in range(chance.randint(1, 3)):
        edit = chance.choice(EDITS)
        if work_rows(made) or edit not in OF_TABLES:
            made = edit(chance, made)

    draft = read(made)
    found = compared(plan, CorrectedPaper("", draft, as_read(draft), plan)).found

    assert ended(accepted(found, [one.key for one in found.proposals])) == ended(made)


def ended(plan: Plan) -> list[object]:
    """Return what a plan shows, without the sign that ends the paper wherever it is written."""
    return shown(replace(plan, body=tuple(map(_ended, plan.body))))


def _ended(node: Item | Table) -> Item | Table:
    if isinstance(node, Table):
        return node
    return replace(
        node, text=plain(str(node.text).removesuffix("/.")) if str(node.text).endswith("/.") else node.text,
        children=tuple(map(_ended, node.children)),
    )  # fmt: skip
