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
OTHERS = ("odt", "doc", "rtf")


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


@pytest.fixture(scope="module")
def back(papers: Path) -> Path:
    """Return a folder with the papers in other formats, all turned back into Word in one start."""
    other, folder = papers.parent / "other", papers.parent / "back"
    for ending in OTHERS:
        convert(sorted(papers.iterdir()), ending, other)
    for file in sorted(other.iterdir()):
        file.rename(file.with_stem(f"{file.stem} {file.suffix[1:]}"))
    convert(sorted(other.iterdir()), "docx", folder)
    return folder


@pytest.mark.needs("LibreOffice Writer")
@pytest.mark.parametrize("ending", OTHERS)
def test_other_formats_hold_the_same(back: Path, ending: str) -> None:
    for name in LAYOUTS:
        check(read_file(back / f"{name} {ending}.docx"), made(name, SEED))


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
