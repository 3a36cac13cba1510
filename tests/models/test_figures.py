"""Words that follow a figure of a report, until somebody writes others in their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.searching.finding import Hit
from tthc_desktop.models.searching.replacing import with_words
from tthc_desktop.models.searching.spots import Place
from tthc_desktop.models.text import (
    Run,
    Text,
    emphasised,
    from_markup,
    linked,
    spliced,
    text,
    to_markup,
    without_figures,
)

BEFORE = from_markup('Có <f n="done">12</f> việc xong.')


def of(markup: str) -> str:
    """Return what is left of a text as it was typed, in markup."""
    return to_markup(linked(from_markup(markup), BEFORE))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('Có <f n="done">12</f> việc', 'Có <f n="done">12</f> việc'),
        ('Có <f n="done">125</f> việc', "Có 125 việc"),
        ('Có <f n="done">1</f> việc', "Có 1 việc"),
        ('Có <f n="done">12,5</f> việc', "Có 12,5 việc"),
        ('Có <f n="done">12 nhiệm</f> vụ', 'Có <f n="done">12</f> nhiệm vụ'),
        ('Có <f n="done">12.</f>', 'Có <f n="done">12</f>.'),
        ('Có <f n="done">12, và</f>', 'Có <f n="done">12</f>, và'),
        ('<f n="done">Có 12</f> việc', 'Có <f n="done">12</f> việc'),
        ('<f n="done">(12)</f>', '(<f n="done">12</f>)'),
        ('<f n="done">112 và 12</f>', '112 và <f n="done">12</f>'),
        ('<f n="done">1<b>2</b></f>', '<f n="done">1</f><f n="done"><b>2</b></f>'),
        ('<f n="done">1<b>2 a</b></f>', '<f n="done">1</f><f n="done"><b>2</b></f><b> a</b>'),
        ('<f n="other">12</f>', "12"),
        ("12", "12"),
    ],
)
def test_a_figure_is_followed_only_where_it_says_what_it_said(typed: str, kept: str) -> None:
    assert of(typed) == kept


RUNS = st.lists(
    st.builds(Run, st.text("a1 ,.", max_size=5), st.booleans(), st.booleans(), st.sampled_from(("", "f", "g"))),
    max_size=6,
)
TEXTS = RUNS.map(text)


@given(TEXTS, TEXTS)
def test_words_and_emphasis_stay_whatever_became_of_the_figures(new: Text, old: Text) -> None:
    made = linked(new, old)
    assert without_figures(made) == without_figures(new)
    assert linked(made, old) == made


@given(TEXTS)
def test_untouched_words_keep_their_figures(words: Text) -> None:
    assert linked(words, words) == words
    assert from_markup(to_markup(words)) == words


@given(TEXTS, st.booleans())
def test_emphasis_keeps_figures(words: Text, bold: bool) -> None:
    made = emphasised(words, bold=bold)
    assert [run.figure for run in made.runs for _ in run.text] == [run.figure for run in words.runs for _ in run.text]


def test_replaced_words_in_a_figure_are_ordinary_ones() -> None:
    hit = Hit(Place("i"), 3, 5, str(BEFORE))
    assert to_markup(with_words(BEFORE, [hit], "13")) == "Có 13 việc xong."
    other = Hit(Place("i"), 6, 10, str(BEFORE))
    assert to_markup(with_words(BEFORE, [other], "mục")) == 'Có <f n="done">12</f> mục xong.'


def test_spliced_words_likewise() -> None:
    assert to_markup(spliced(BEFORE, [(3, 4, "2")])) == "Có 22 việc xong."
    assert to_markup(spliced(BEFORE, [(0, 2, "Còn")])) == 'Còn <f n="done">12</f> việc xong.'
