"""Papers as offices write them, drawn by chance: long and short heads, deep texts, tables of all kinds, appendices.

`python -m tests.random_papers 1000` prints so many, measures each, and tells which rule is broken by which.
"""

import sys
from collections import Counter
from dataclasses import replace
from random import Random

from tests.documents.writing.pdf.building import (
    HEADER,
    column,
    fresh,
    item,
    make_plan,
    plain_row,
    sentence,
    task_table,
)
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.measuring import measured
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.measuring import Outcome, Verdict, check
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Basis, Item, Line, Node, Plan, Recipient, Signatory
from tthc_desktop.models.table import Role, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain

_AGENCIES = (
    ("UBND TỈNH MẪU", "SỞ NỘI VỤ"),
    ("", "VĂN PHÒNG UBND TỈNH MẪU"),
    ("ỦY BAN NHÂN DÂN TỈNH THANH LÂM", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"),
    ("SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH MẪU", "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ"),
)
_CAPACITIES = (
    ("GIÁM ĐỐC",),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"),
)
_LINES = (Line(Role.LEAD, "Đơn vị chủ trì"), Line(Role.RESULT, "Sản phẩm"), Line(Role.DEADLINE, "Thời gian"))


def random_paper(seed: int) -> Plan:
    """Return the paper of a seed; the same seed gives the same words."""
    chance = Random(seed)
    tasks: dict[str, Task] = {}
    parent, agency = chance.choice(_AGENCIES)
    header = replace(
        HEADER,
        parent_agency=parent,
        agency=agency,
        number=chance.choice(("", "7", "215")),
        day=chance.choice((None, 5, 28)),
        month=chance.choice((1, 3, 12)),
    )
    body = tuple(_section(chance, tasks) for _ in range(chance.randint(1, 6)))
    count = chance.choice((0, 0, 1, 2, 3))
    return make_plan(
        *body,
        title=plain(sentence(chance, chance.randint(4, 40)).rstrip(".")),
        header=header,
        bases=tuple(Basis(fresh(), plain(f"Căn cứ {sentence(chance, 20)[:-1]};")) for _ in range(chance.randint(0, 5))),
        appendices=tuple(_appendix(chance, tasks) for _ in range(count)),
        signatory=Signatory(chance.choice(_CAPACITIES), chance.choice(("Lò Văn Mẫu", "Nguyễn Hoàng Thị Phương Mẫu"))),
        recipients=(
            *(Recipient(fresh(), sentence(chance, chance.randint(2, 14))[:-1]) for _ in range(chance.randint(0, 12))),
            Recipient(fresh(), "Lưu: VT, VP"),
        ),
        tasks=tasks,
    )


def _section(chance: Random, tasks: dict[str, Task]) -> Item:
    children: list[Node] = [_point(chance, tasks, 2) for _ in range(chance.randint(0, 7))]
    if chance.random() < 0.15:
        children.append(_table(chance, tasks, chance.randint(1, 12)))
    return item(Mark.ROMAN, sentence(chance, chance.randint(2, 16))[:-1].upper(), *children, heading=True)


def _point(chance: Random, tasks: dict[str, Task], depth: int) -> Item:
    if chance.random() < 0.2:
        made = Task(fresh(), plain(sentence(chance, 25)), plain("Văn phòng"), deadline=plain("Quý III/2025"))
        tasks[made.id] = made
        return Item(fresh(), Mark.ARABIC, task_id=made.id, lines=_LINES)
    mark = (Mark.ARABIC, Mark.LETTER, Mark.DASH)[2 - depth]
    children = [_point(chance, tasks, depth - 1) for _ in range(chance.randint(0, 3))] if depth else []
    heading = bool(children) and chance.random() < 0.6
    words = sentence(chance, chance.randint(2, 9))[:-1] if heading else sentence(chance, chance.randint(5, 120))
    return item(mark, words, *children, heading=heading)


def _table(chance: Random, tasks: dict[str, Task], rows: int) -> Table:
    if chance.random() < 0.6:
        table, own = task_table(chance, rows, every=chance.choice((0, 5, 9)))
        tasks |= own
        return table
    columns = tuple(column(Role.FREE, sentence(chance, chance.randint(1, 4))[:-1]) for _ in range(chance.randint(2, 9)))
    merged = [(place,) if place % 4 and chance.random() < 0.4 else () for place in range(rows)]
    words = ([sentence(chance, chance.randint(1, 18)) for _ in columns] for _ in range(rows))
    return Table(
        fresh(),
        columns,
        tuple(
            plain_row(columns, said, continues=(0,) if keeps and place else ())
            for place, (said, keeps) in enumerate(zip(words, merged, strict=True))
        ),
    )


def _appendix(chance: Random, tasks: dict[str, Task]) -> Appendix:
    attached = "(Kèm theo Kế hoạch số /KH-SKHCN ngày tháng 3 năm 2025 của Sở Khoa học và Công nghệ)"
    table = _table(chance, tasks, chance.randint(1, 45))
    title = sentence(chance, chance.randint(3, 25))[:-1]
    return Appendix(fresh(), plain(title), plain(attached), chance.random() < 0.5, (table,))


def broken(plan: Plan) -> list[Outcome]:
    """Return the rules that a plan's print breaks."""
    outcomes = check(measured(render(plan), "in.pdf"), rules())
    return [one for one in outcomes if one.verdict is Verdict.BROKEN]


def main(count: int) -> int:
    """Print and measure so many papers, and tell what came of it."""
    told: Counter[str] = Counter()
    for seed in range(count):
        for one in broken(random_paper(seed)):
            told[one.rule] += 1
            print(f"{seed}: {one.rule}: {one.spots[0]}")  # noqa: T201 - the answer of this command
    print(f"{count} papers, {sum(told.values())} rules broken: {dict(told)}")  # noqa: T201 - as above
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
