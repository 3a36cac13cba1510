"""Word files of other offices: numbers typed or counted, heads and feet in tables, boxes or behind tabs."""

from pathlib import Path

import pytest

from tests.documents.reading.test_generated import words
from tests.papers.suites import convert
from tests.papers.word_layouts import LAYOUTS, Made, made
from tests.papers.words import SIGNERS
from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.files import read_file
from tthc_desktop.documents.reading.laid_out.reader import read_laid_out
from tthc_desktop.documents.reading.word import read_word
from tthc_desktop.models.counts import count
from tthc_desktop.models.table import TASK_FIELDS

SEED = 2
"""The paper of each layout that goes through LibreOffice."""


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_paper_holds_what_a_person_counts(name: str, seed: int) -> None:
    paper = made(name, seed)

    check(read_laid_out(read_word(paper.data, "van-ban.docx")), paper)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a paper of each layout."""
    folder = tmp_path_factory.mktemp("layouts") / "docx"
    folder.mkdir()
    for name in LAYOUTS:
        (folder / f"{name}.docx").write_bytes(made(name, SEED).data)
    return folder


@pytest.mark.needs("LibreOffice Writer")
@pytest.mark.parametrize("ending", ["odt", "doc", "rtf"])
def test_other_formats_hold_the_same(papers: Path, ending: str) -> None:
    """The program lets LibreOffice turn one of the papers; the others are turned as it does, in one start."""
    folder, back = papers.parent / ending, papers.parent / f"{ending} docx"
    convert(sorted(papers.iterdir()), ending, folder)
    convert(sorted(folder.iterdir()), "docx", back)

    first, *_ = LAYOUTS
    check(read_file(folder / f"{first}.{ending}"), made(first, SEED))
    for name in LAYOUTS:
        check(read_file(back / f"{name}.docx"), made(name, SEED))


@pytest.mark.needs("LibreOffice Writer")
def test_the_pages_hold_the_same(papers: Path) -> None:
    """LibreOffice draws the boxes without their words, so these have none to be read."""
    folder = papers.parent / "pdf"
    convert(sorted(papers.iterdir()), "pdf", folder)

    for name in sorted(set(LAYOUTS) - {"boxes"}):
        check(read_file(folder / f"{name}.pdf"), made(name, SEED))


def check(draft: Draft, paper: Made) -> None:
    """Hold that a draft has the figures and the tasks of its paper, and a place for each line."""
    plan = draft.plan
    assert {figure: getattr(count(plan), figure) for figure in paper.counts} == paper.counts, paper.about
    assert draft.unplaced == (), paper.about
    assert plan.header.year == 2025
    assert plan.signatory.name in SIGNERS
    for read, wanted in zip(plan.tasks.values(), paper.tasks, strict=True):
        for field in TASK_FIELDS.values():
            assert words(getattr(read, field)) == words(wanted.get(field, "")), paper.about
