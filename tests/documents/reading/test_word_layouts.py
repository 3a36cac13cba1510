"""Word files of other offices: numbers typed or counted, heads and feet in tables, boxes or behind tabs."""

import pytest

from tests.papers.word_layouts import LAYOUTS, made
from tests.papers.words import SIGNERS
from tthc_desktop.documents.reading.laid_out.reader import read_laid_out
from tthc_desktop.documents.reading.word import read_word
from tthc_desktop.models.counts import count


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_paper_holds_what_a_person_counts(name: str, seed: int) -> None:
    paper = made(name, seed)
    draft = read_laid_out(read_word(paper.data, "van-ban.docx"))
    found = {figure: getattr(count(draft.plan), figure) for figure in paper.counts}

    assert found == paper.counts, paper.about
    assert draft.unplaced == (), paper.about
    assert draft.plan.header.year == 2025
    assert draft.plan.signatory.name in SIGNERS
