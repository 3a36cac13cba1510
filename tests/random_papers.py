"""Papers as offices write them, drawn by chance: long and short heads, deep texts, tables of all kinds, appendices.

`python -m tests.random_papers 1000` prints so many, measures each against every rule, and tells which rule is broken
by which paper and on how many prints each rule was measured.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
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
from tests.plan_papers import paper
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.measuring import read_print
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.charts import ChartKind
from tthc_desktop.models.measuring import CHECKS, Result, Verdict, check
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
        return replace(table, chart=chance.choice(("", "", *ChartKind)))
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
    words = plain(attached if chance.random() < 0.7 else "")
    nodes = (table,) if chance.random() < 0.7 else (item(Mark.ARABIC, sentence(chance, 40)), table)
    return Appendix(fresh(), plain(title), words, chance.random() < 0.5, nodes)


def random_plan(seed: int) -> Plan:
    """Return a paper of chance, or one as an extraction left it and the reader read it."""
    return read_text(paper(seed).text).plan if seed % 2 else random_paper(seed)


def broken(plan: Plan) -> list[str]:
    """Return the rules that a plan's print breaks, each with the first places."""
    return told(check(read_print(render(plan), "in.pdf"), rules()))


def told(found: Iterable[Result]) -> list[str]:
    return [
        f"{one.rule}: {'; '.join(f'p. {fault.page + 1} {fault.found}' for fault in one.faults[:3])}"
        for one in found
        if one.verdict is Verdict.BROKEN
    ]


def results(seed: int) -> tuple[int, list[Result]]:
    """Return what measuring the print of a plan says."""
    return seed, check(read_print(render(random_plan(seed)), f"{seed}.pdf"), rules())


def main(count: int) -> int:
    """Print and measure so many papers, and tell what came of it; 1 when a rule was broken."""
    kept: Counter[str] = Counter()
    failed = 0
    with ProcessPoolExecutor() as workers:
        for seed, found in workers.map(results, range(count), chunksize=8):
            kept.update(one.rule for one in found if one.verdict is not Verdict.ABSENT)
            if faults := told(found):
                failed += 1
                _say(f"paper {seed}: {' | '.join(faults)}")
    for one in CHECKS:
        _say(f"{kept[one.rule]:6} {one.rule}")
    _say(f"{count} papers, {failed} with a broken rule")
    return int(failed > 0)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
