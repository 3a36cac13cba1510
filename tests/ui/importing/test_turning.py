"""The pages of a Word file: made by LibreOffice where it is installed, when somebody asks for them."""

from pathlib import Path

import pytest

from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.reading import office_suite
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing import word
from tthc_desktop.models.copying import copy_plan


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a plan as a Word file."""
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(word.render(copy_plan(sample_plan())))
    return path


@pytest.mark.needs("LibreOffice Writer")
def test_the_pages_are_made_when_they_are_asked_for(hands: Hands, paper: Path) -> None:
    page = hands.import_paper(paper)
    original = page.original
    pages, words = original._buttons
    assert original._switch.isVisibleTo(page)
    assert original.view() is original.lines
    pages.click()
    assert original.view() is original.lines
    assert not pages.isEnabled()
    assert hands.said() == ["Đang dựng các trang của kế hoạch.docx…"]
    hands.bot.waitUntil(lambda: original.view() is original.pages, timeout=6 * WAIT)
    assert original.pages.pages > 1
    hands.bot.waitUntil(pages.isEnabled, timeout=WAIT)
    line = next(line for line in page.draft.lines if "MỤC ĐÍCH" in line.text)
    original.lines.setCurrentIndex(page.lines.index_of_line(line.number))
    assert [*original.pages.framed] == [0]
    words.click()
    assert original.view() is original.lines
    pages.click()
    assert original.view() is original.pages


@pytest.mark.needs("LibreOffice Writer")
def test_they_may_be_given_up(hands: Hands, paper: Path) -> None:
    page = hands.import_paper(paper)
    pages = page.original._buttons[0]
    pages.click()
    hands.window.close_page(page)
    hands.bot.waitUntil(lambda: not any(job.running for job in hands.window.background._jobs), timeout=3 * WAIT)
    assert not any("lỗi" in said for said in hands.said())


def test_without_libreoffice_there_are_the_lines_alone(
    hands: Hands, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_suite, "installed", lambda: None)
    page = hands.import_paper(paper)
    assert page.original._switch.isHidden()
    assert page.original.view() is page.original.lines
