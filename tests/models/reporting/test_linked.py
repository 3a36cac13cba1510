"""Words that follow figures: filled in, brought up to date, and known again when nobody edited them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.reporting.linked import (
    Phrases,
    brought_up_to_date,
    figure_name,
    filled,
    is_all_linked,
    linked,
)
from tthc_desktop.models.text import EMPTY, Run, Text, from_markup, join, plain, text, to_markup

WORDS = {"total": "05", "unit:u1:total": "03", "unit:u1:name": "Văn phòng", "work:t1:told": "đã xong"}
LATER = {**WORDS, "total": "06", "unit:u1:name": "Văn phòng Sở", "work:t1:told": "xong từ lâu"}
COUNTED, NAMED = "Có {total} nhiệm vụ, {~.name} có {.total}.", "{~.told}."
PHRASES = Phrases([COUNTED, NAMED, " "])


def test_a_pattern_is_filled_in_a_scope() -> None:
    words = filled(COUNTED, WORDS.get, "unit:u1:")
    assert str(words) == "Có 05 nhiệm vụ, Văn phòng có 03."
    assert [figure_name(run.figure) for run in words.runs if run.figure] == ["total", "unit:u1:name", "unit:u1:total"]


def test_figures_follow_and_rewritten_words_stay() -> None:
    words = filled(COUNTED, WORDS.get, "unit:u1:")
    assert str(brought_up_to_date(words, LATER.get)) == "Có 06 nhiệm vụ, Văn phòng Sở có 03."
    rewritten = text(replace(run, text="VP") if run.text == "Văn phòng" else run for run in words.runs)
    assert str(brought_up_to_date(rewritten, LATER.get)) == "Có 06 nhiệm vụ, VP có 03."


def test_a_figure_that_is_gone_keeps_its_words() -> None:
    words = filled(NAMED, WORDS.get, "work:t1:")
    assert brought_up_to_date(words, lambda _: None) is words


def test_emphasis_of_the_clerk_stays() -> None:
    words = text(replace(run, bold=True) for run in filled("{total}", WORDS.get).runs)
    assert brought_up_to_date(words, LATER.get).runs == (Run("06", bold=True, figure="total"),)


def test_words_that_nobody_edited_are_known_again() -> None:
    words = join((filled(COUNTED, WORDS.get, "unit:u1:"), filled(NAMED, WORDS.get, "work:t1:")), " ")
    assert PHRASES.made(words)
    assert PHRASES.made(brought_up_to_date(words, LATER.get))
    assert not PHRASES.made(join((words, plain(" Thêm một câu."))))
    assert not PHRASES.made(plain("Có 05 nhiệm vụ, Văn phòng có 03."))
    assert not PHRASES.made(EMPTY)
    typed_into = text(replace(run, text=run.text + "!") if "told" in run.figure else run for run in words.runs)
    assert not PHRASES.made(typed_into)


def test_a_cell_is_linked_or_the_clerks() -> None:
    assert is_all_linked(linked("work:t1:told", "đã xong"))
    assert not is_all_linked(plain("đã xong"))
    assert not is_all_linked(Text((replace(linked("work:t1:told", "đã xong").runs[0], text="chưa xong"),)))
    assert linked("work:t1:told", "") == EMPTY


@given(st.text(min_size=1, max_size=30))
def test_links_survive_the_file(said: str) -> None:
    words = filled("Có {~name} và {name}.", lambda _: plain(said).runs[0].text if plain(said) else "…")
    assert from_markup(to_markup(words)) == words
    assert brought_up_to_date(words, lambda _: str(plain(said)) or "…") is words
