"""Papers made at random hold what they were made of, whatever the extraction did to them."""

from dataclasses import asdict

import pytest

from tests.plan_papers import paper
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.counts import count
from tthc_desktop.models.table import TASK_FIELDS

PAPERS = 120


@pytest.mark.parametrize("seed", range(PAPERS))
def test_paper(seed: int) -> None:
    made = paper(seed)
    draft = read_text(made.text)
    counts = asdict(count(draft.plan))
    assert {key: counts[key] for key in made.counts} == made.counts, made.about
    assert draft.unplaced == ()
    for read, wanted in zip(draft.plan.tasks.values(), made.tasks, strict=True):
        for field in TASK_FIELDS.values():
            if field in wanted:
                assert words(getattr(read, field)) == words(wanted[field]), made.about


def words(value: object) -> str:
    return " ".join(str(value).split()).rstrip(".; ")
