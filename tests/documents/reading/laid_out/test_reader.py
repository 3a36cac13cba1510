"""Plans laid out by other programs are read as their text is."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laid_papers import Layout, paper_of
from tests.real_plans import draft_of
from tthc_desktop.documents.reading.laid_out.reader import read_laid_out
from tthc_desktop.models.counts import count
from tthc_desktop.models.outline import items, numbers, tables
from tthc_desktop.models.plan import Plan, cell, line_value, words

SEEDS = ("000", "001", "002", "003", "004")
MORE = ("617", "144", "2623")
LAYOUTS = {
    "counted": Layout(),
    "typed": Layout(typed=True),
    "in lines": Layout(framed=False),
    "ours": Layout(known=True),
}


def plan_in(folder: Path, beginning: str) -> Plan:
    return draft_of(next(folder.glob(f"{beginning}*.txt"))).plan


def said(plan: Plan) -> Iterator[str]:
    """Yield all that a plan prints, part by part."""
    head = plan.header
    yield f"{plan.kind} {plan.title} {plan.attached} {plan.period}"
    yield f"{head}"
    yield from (str(basis.text) for basis in plan.bases)
    for nodes in (plan.body, *(appendix.nodes for appendix in plan.appendices)):
        found = numbers(nodes)
        for item, _ in items(nodes):
            yield f"{item.mark} {found[item.id]} {words(plan, item)} {item.heading}"
            yield from (f"{line.label}: {line_value(plan, item, line)}{line.ending}" for line in item.lines)
    for table, _ in tables(plan):
        yield " | ".join(f"{column.role} {column.over} {column.title}" for column in table.columns)
        for row in table.rows:
            yield f"{row.level} {row.kind} " + " | ".join(str(cell(plan, row, column)) for column in table.columns)
    yield from (f"{appendix.title} {appendix.attached} {appendix.landscape}" for appendix in plan.appendices)
    yield f"{plan.signatory}"
    yield from (f"{recipient.level} {recipient.text}" for recipient in plan.recipients)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", SEEDS)
def test_real_plans(seeds: Path, name: str, layout: str) -> None:
    plan = plan_in(seeds, name)
    draft = read_laid_out(paper_of(plan, LAYOUTS[layout]))
    assert list(said(draft.plan)) == list(said(plan))
    assert count(draft.plan) == count(plan)
    assert draft.unplaced == ()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", MORE)
def test_real_plans_of_other_offices(more_plans: Path, name: str, layout: str) -> None:
    plan = plan_in(more_plans, name)
    draft = read_laid_out(paper_of(plan, LAYOUTS[layout]))
    assert list(said(draft.plan)) == list(said(plan))
    assert draft.unplaced == ()


@pytest.mark.parametrize("name", SEEDS)
def test_each_printed_line_a_paragraph_of_its_own(seeds: Path, name: str) -> None:
    """A PDF that was saved as Word: the marks are typed and lines end where the page does."""
    plan = plan_in(seeds, name)
    draft = read_laid_out(paper_of(plan, Layout(torn=True)))
    assert count(draft.plan) == count(plan)
    kept, right = Counter(" ".join(said(draft.plan)).split()), Counter(" ".join(said(plan)).split())
    assert set(kept - right) <= {"none", "False"}  # a full line that ends a sentence may end its paragraph
    assert right - kept == Counter()
    assert draft.unplaced == ()
