"""From the text of a real plan to its print: every word of the paper is on the page, in order."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.documents.writing.pdf.reading import first_difference, page_texts
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.text import clean

WORD = re.compile(r"[^\W_]+")
PLANS = ("seeds/000", "seeds/001", "seeds/002", "seeds/003", "seeds/004")
MORE = ("more_plans/617", "more_plans/144")


@pytest.mark.parametrize("name", [*PLANS, *MORE])
def test_print_holds_the_plan_in_order(request: pytest.FixtureRequest, name: str) -> None:
    plan = read_text(paper(request, name)).plan
    assert first_difference(plan, render(plan)) == ""


@pytest.mark.parametrize("name", [*PLANS, *MORE])
def test_print_holds_every_word_of_the_paper(request: pytest.FixtureRequest, name: str) -> None:
    draft = read_text(paper(request, name))
    in_plan = (line.text for line in draft.lines if draft.placed.get(line.number))
    source = Counter(word for line in in_plan for word in words(line))
    printed = Counter(words(" ".join(page_texts(render(draft.plan)))))
    assert {word: times for word, times in (source - printed).items() if not is_number(word)} == {}


def paper(request: pytest.FixtureRequest, name: str) -> str:
    fixture, beginning = name.split("/")
    folder: Path = request.getfixturevalue(fixture)
    return next(folder.glob(f"{beginning}*.txt")).read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(clean(re.sub(r"</?[bi]>", "", text)))]


def is_number(word: str) -> bool:
    """Tell whether a word may be an item's number, which is computed anew."""
    return len(word) == 1 or re.fullmatch(r"[ivx]+|\d{1,2}", word) is not None
