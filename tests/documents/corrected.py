"""Plans with their Word files for tests of corrections, and what a corrected file proposes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest

from tests.real_plans import draft_of
from tthc_desktop.documents.corrected_papers import compared, read_corrected
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.comparison import What
from tthc_desktop.models.correcting import Proposal, accepted
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.table import Role, Row, RowKind, Table, column_of

NEW = "Bổ sung việc rà soát quy trình nội bộ theo ý kiến của lãnh đạo."

T = TypeVar("T")
SAMPLE = sample_plan()
SEEDS = ("000", "001", "002", "003", "004")


@dataclass(frozen=True)
class Paper:
    """A plan, its Word file, and the parts of it that can be edited."""

    plan: Plan
    data: bytes

    def points(self) -> list[Item]:
        """Return plain numbered paragraphs with enough words and nothing below them, alone under their parents."""
        every = [item for item, _ in items(self.plan.body)]
        return [
            item
            for item in every
            if not item.children and not item.task_id and not item.heading and not item.shares_id
            and len(str(item.text)) > 60 and item.mark is not Mark.NONE
        ]  # fmt: skip

    def neighbours(self) -> Iterator[tuple[Item, Item]]:
        """Yield such points that stand beside each other."""
        points = {item.id for item in self.points()}
        for nodes in (self.plan.body, *(item.children for item, _ in items(self.plan.body))):
            for one, other in pairwise(nodes):
                if isinstance(one, Item) and isinstance(other, Item) and {one.id, other.id} <= points:
                    yield one, other

    def rows(self, role: Role) -> list[tuple[Table, Row]]:
        """Return the rows of tasks whose cell of this role has words of its own."""
        found = []
        for table, _ in tables(self.plan):
            column = column_of(table, role)
            for row, after in zip(table.rows, (*table.rows[1:], None), strict=True):
                merged = row.continues or (after and after.continues)
                if column and row.kind is RowKind.TASK and not merged:
                    found.append((table, row))
        return found


@cache
def sample_paper() -> Paper:
    return Paper(SAMPLE, render(SAMPLE))


@cache
def _seed(path: Path) -> Paper:
    plan = draft_of(path).plan
    return Paper(plan, render(plan))


@pytest.fixture(params=[*SEEDS, "sample"])
def paper(request: pytest.FixtureRequest, seeds: Path) -> Paper:
    if request.param == "sample":
        return sample_paper()
    return _seed(next(seeds.glob(f"{request.param}*.txt")))


def proposed(paper: Paper, data: bytes, tmp_path: Path, now: Plan | None = None) -> tuple[Proposal, ...]:
    """Return what a corrected file proposes; where nobody else changed the plan, all of it can be taken at once."""
    file = tmp_path / "sửa.docx"
    file.write_bytes(data)
    back = read_corrected(file)
    result = compared(now or paper.plan, back)
    assert result.unplaced == ()
    if now is None and paper.plan.id == SAMPLE.id:
        made = accepted(result.found, [one.key for one in result.found.proposals])
        assert compared(made, back).found.proposals == ()
    return result.found.proposals


def one_of(found: Iterable[T]) -> T:
    """Return the first of what an edit can be tried on."""
    for one in found:
        return one
    pytest.skip("the plan has no such part")


def told(found: tuple[Proposal, ...]) -> list[tuple[What, str, str]]:
    return [(one.what, flat(one.before), flat(one.corrected)) for one in found]


def flat(said: object) -> str:
    return " ".join(str(said).split())
