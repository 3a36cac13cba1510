"""Real plans that we printed are read back from the pages as they are read from their text."""

from collections import Counter
from pathlib import Path

import pytest

from tests.real_plans import draft_of
from tthc_desktop.documents.reading.laid_out.reader import read_laid_out
from tthc_desktop.documents.reading.pdf import read_pdf_paper
from tthc_desktop.documents.reading.pdf.words import page_words
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.counts import count
from tthc_desktop.models.plan import Plan


def words(plan: Plan) -> Counter[str]:
    """Return how often each word stands in the tasks and targets of a plan."""
    said = (str(words) for task in plan.tasks.values() for words in (task.content, task.lead, task.deadline))
    return Counter(word for one in said for word in one.split())


def letters(said: str) -> Counter[str]:
    return Counter(filter(str.isalnum, said))


@pytest.mark.parametrize("place", range(5))
def test_a_print_of_ours_is_the_plan_again(seeds: Path, place: int) -> None:
    path = sorted(seeds.glob("*.txt"))[place]
    plan = draft_of(path).plan
    printed = render(plan)
    draft = read_laid_out(read_pdf_paper(printed, "a.pdf"))
    assert count(draft.plan) == count(plan)
    assert words(draft.plan) == words(plan)
    assert draft.plan.header == plan.header
    assert draft.plan.signatory == plan.signatory
    assert not draft.unplaced
    assert all(place.page and place.box for place in draft.places.values())
    assert letters("".join(page_words(printed))) == letters("".join(line.text for line in draft.lines))
