"""Vietnamese text keeps one form, folds for search and sorts like the dictionary."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.text import (
    EMPTY,
    Run,
    clean,
    collation_key,
    emphasised,
    fold,
    from_markup,
    join,
    plain,
    text,
    to_markup,
)

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậờởỡớợựỳỷỹýỵ &<>\n"
WORDS = st.text(st.sampled_from(VIETNAMESE + VIETNAMESE.upper()), max_size=20)
TEXTS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), max_size=6).map(text)


@given(WORDS)
def test_clean_is_nfc_and_does_nothing_twice(words: str) -> None:
    assert clean(unicodedata.normalize("NFD", words)) == clean(words)
    assert clean(clean(words)) == clean(words)


def test_clean_takes_out_what_no_paper_shows() -> None:
    assert clean("a\r\nb\x00\u200bc\u2028d\ufeff") == "a\nbc\nd"


@pytest.mark.parametrize(
    ("words", "folded"),
    [("Đẩy  mạnh", "day manh"), ("KIỂM SOÁT", "kiem soat"), ("hoà", "hoa"), ("hòa", "hoa"), ("ước", "uoc")],
)
def test_fold(words: str, folded: str) -> None:
    assert fold(words) == folded
    assert fold(unicodedata.normalize("NFD", words)) == folded


@given(st.one_of(WORDS, st.text()))
def test_fold_leaves_no_sign_that_stands_on_another(words: str) -> None:
    decomposed = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    assert fold(words) == " ".join(bare.split())


@given(st.one_of(WORDS, st.text()))
def test_text_of_any_words_is_what_clean_leaves_of_them(words: str) -> None:
    assert str(plain(words)) == clean(words)
    assert bool(plain(words)) == bool(clean(words))
    assert plain(words) == text((Run(words),))


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp", "Lu"])))
def test_clean_leaves_no_sign_that_a_file_cannot_hold(words: str) -> None:
    cleaned = clean(words)
    assert not set(cleaned) & {chr(code) for code in (*range(9), 11, 12, *range(14, 32), 127, 0x85, 0x200B, 0xFEFF)}
    assert not any("\ud800" <= sign <= "\udfff" for sign in cleaned)


def test_collation_is_the_dictionary_order() -> None:
    words = ["đất", "dân", "ăn", "an", "ân", "á", "ả", "à", "ã", "ạ", "a", "Ơn", "ôn", "on", "ưu", "u"]
    ordered = ["a", "à", "ả", "ã", "á", "ạ", "an", "ăn", "ân", "dân", "đất", "on", "ôn", "Ơn", "u", "ưu"]
    assert sorted(words, key=collation_key) == ordered


@given(TEXTS)
def test_markup_comes_back(words: object) -> None:
    assert isinstance(words, type(EMPTY))
    assert from_markup(to_markup(words)) == words


@given(TEXTS)
def test_runs_are_never_empty_nor_alike_side_by_side(words: object) -> None:
    assert isinstance(words, type(EMPTY))
    looks = [(run.bold, run.italic) for run in words.runs]
    assert all(run.text for run in words.runs)
    assert all(one != other for one, other in pairwise(looks))


def test_markup_without_partners() -> None:
    assert from_markup("một <b>hai <i>ba") == text([Run("một "), Run("hai ", True), Run("ba", True, True)])


def test_emphasis_and_joining() -> None:
    bold = emphasised(plain("một"), bold=True)
    assert to_markup(join([bold, EMPTY, plain("hai")], ", ")) == "<b>một</b>, , hai"
    assert emphasised(bold, bold=False) == plain("một")
    assert not EMPTY
    assert str(bold) == "một"
