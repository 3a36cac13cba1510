"""What a cell can say by itself, told the short way and the long one."""

from hypothesis import example, given
from hypothesis import strategies as st

from tests.strategies import any_words
from tthc_desktop.documents.own_sheets.words import is_whole, settled
from tthc_desktop.models.text import Run, Text


@given(st.one_of(any_words(), st.text(min_size=1)))
@example("hai  dấu cách")
@example(" đầu")
@example("cuối\u00a0")
@example("hòa")
@example("dòng\ndòng")
@example("dòng \ndòng")
def test_words_are_whole_when_every_program_keeps_them(words: str) -> None:
    escaped = "_x" in words
    assert is_whole(Text((Run(words),))) == (settled(words) == words) or escaped


def test_what_spreadsheets_take_for_an_escape_is_not_whole() -> None:
    assert not is_whole(Text((Run("mã _x0041_"),)))
