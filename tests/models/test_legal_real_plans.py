"""The bases of the real plans are understood."""

from pathlib import Path

from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.citing import citations
from tthc_desktop.models.legal_use import unlisted


def test_most_bases_are_understood(seeds: Path, more_plans: Path) -> None:
    papers = [*sorted(seeds.glob("*.txt")), *sorted(more_plans.glob("*-*.txt"))]
    plans = [read_text(paper.read_text(encoding="utf-8")).plan for paper in papers]
    bases = [str(basis.text) for plan in plans for basis in plan.bases]
    documents = [found.document for basis in bases for found in citations(basis)]
    assert len(plans) == 8
    assert (len(bases), sum(bool(citations(basis)) for basis in bases)) == (22, 21)
    assert sum(bool(document.date and (document.number or document.title)) for document in documents) == len(documents)
    assert len(documents) == 22
    assert sum(bool(document.title) for document in documents) == 20
    assert len(unlisted(plans, ())) > 24
