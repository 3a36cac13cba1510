"""LibreOffice shows a Word file as the print is: the same words in the same order on as many pages."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.documents.writing.pdf.building import TASK_COLUMNS, fresh, item, make_plan, plain_row
from tests.documents.writing.pdf.reading import expected
from tests.documents.writing.word.opening import Suite, W, page_words, part, val
from tests.real_plans import draft_of
from tests.strategies import plans
from tthc_desktop.documents.exchange import from_json
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import render as as_print
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Item, Node, Plan
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import EMPTY

pytestmark = [pytest.mark.needs("LibreOffice Writer", "pdftotext"), pytest.mark.timeout(300)]
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\U0001f600]|\\s")


def shown(suite: Suite, papers: Sequence[Plan]) -> list[list[str]]:
    """Return the words of each page of each paper, as LibreOffice shows them."""
    return [page_words(pdf) for pdf in suite.converted([render(plan) for plan in papers], "pdf")]


def by_row(pages: Sequence[str], plan: Plan) -> str:
    """Return the words of a print, with heads of two levels row by row, as Word has them."""
    whole = "".join(pages)
    for table, _ in tables(plan):
        across, below = _heads(table)
        whole = whole.replace(_joined(across), _joined(below))
    return whole


def _heads(table: Table) -> tuple[list[str], list[str]]:
    """Return the words of a head in the order of the print, and row by row."""
    printed: list[str] = []
    upper: list[str] = []
    lower: list[str] = []
    before = ""
    for column in table.columns:
        over = str(column.over)
        begins = bool(over) and over != before
        printed += [over] * begins + [str(column.title)]
        upper += [over] * begins + [str(column.title)] * (not over)
        lower += [str(column.title)] * bool(over)
        before = over
    return printed, [*upper, *lower]


def _joined(words: Sequence[str]) -> str:
    return _UNSEEN.sub("", "".join(words))


def test_the_real_plans_have_the_same_pages_and_words(suite: Suite, seeds: Path) -> None:
    papers = [draft_of(path).plan for path in sorted(seeds.glob("*.txt"))] + [sample_plan()]
    for plan, pages in zip(papers, shown(suite, papers), strict=True):
        own = page_words(as_print(plan))
        assert "".join(pages) == by_row(own, plan), plan.title
        assert len(pages) == len(own), plan.title


def test_plans_of_other_offices_have_the_same_words_and_at_most_a_page_more(suite: Suite, more_plans: Path) -> None:
    papers = [draft_of(path).plan for path in sorted(more_plans.glob("*.txt"))]
    for plan, pages in zip(papers, shown(suite, papers), strict=True):
        own = page_words(as_print(plan))
        assert "".join(pages) == by_row(own, plan), plan.title
        assert len(own) <= len(pages) <= len(own) + 1, plan.title


@given(st.lists(plans(), min_size=20, max_size=20))
@settings(max_examples=1, phases=[Phase.explicit, Phase.generate])
def test_any_plan_shows_its_words_in_order(suite: Suite, papers: list[Plan]) -> None:
    simple = [_without_charts(plan) for plan in papers]
    for plan, pages in zip(simple, shown(suite, simple), strict=True):
        assert first_difference(pages, plan) == ""


def first_difference(pages: Sequence[str], plan: Plan) -> str:
    """Return where the pages leave what is due, passing over heads that are repeated; nothing when they do not."""
    due = _joined(list(expected(plan)))
    heads = [_joined(_heads(table)[0]) for table, _ in tables(plan)]
    for page in pages:
        words = _joined([page])
        starts = (words, *(words.removeprefix(head) for head in heads))
        taken = next((start for start in starts if due.startswith(start)), None)
        if taken is None:
            return f"page {words[:200]}, due {due[:200]}"
        due = due[len(taken) :]
    return due


def _without_charts(plan: Plan) -> Plan:
    """Return a plan without what the order of the print does not tell: charts, heads of two levels."""
    appendices = (replace(appendix, nodes=_plain(appendix.nodes)) for appendix in plan.appendices)
    return replace(plan, body=_plain(plan.body), appendices=tuple(appendices))


def _plain(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(
        replace(node, children=_plain(node.children))
        if isinstance(node, Item)
        else replace(node, chart="", columns=tuple(replace(column, over=EMPTY) for column in node.columns))
        for node in nodes
    )


def test_hidden_identities_outlive_libreoffice(suite: Suite) -> None:
    plan = sample_plan()
    data = render(plan)
    (back,) = suite.converted([data], "docx")
    assert marks(back) == marks(data)
    assert from_json(part(back, "customXml/item1.xml").text or "") == plan
    assert plan.id in "".join(part(back, "docProps/custom.xml").itertext())
    assert len(list(part(back).iter(f"{W}tblHeader"))) == len(list(part(data).iter(f"{W}tblHeader")))


def marks(data: bytes) -> list[str]:
    return [val(one, "name") for one in part(data).iter(f"{W}bookmarkStart")]


def test_rows_of_merged_cells_keep_their_identities(suite: Suite) -> None:
    rows = tuple(plain_row(TASK_COLUMNS, ["", "a"] + ["b"] * 4, continues=(0, 1) if at else ()) for at in range(3))
    data = render(make_plan(item(Mark.NONE, "Bảng:"), Table(fresh(), TASK_COLUMNS, rows)))
    (back,) = suite.converted([data], "docx")
    assert marks(back) == marks(data)
