"""The hash of a row tells whether its words are those that were sent."""

import unicodedata
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.sending.values import digest
from tthc_desktop.models.sending.workshare import LOCKED

_rows = st.fixed_dictionaries({column: st.text("aăâÂộĐ 1.\n", max_size=6) for column in LOCKED})


def test_a_hash_stays_the_same_from_release_to_release() -> None:
    assert digest({"content": "Rà soát", "lead": "Văn phòng Sở"}) == "a11a5f6de96b27f7"


@given(_rows, st.sampled_from(("NFC", "NFD")), st.sampled_from((" ", "  ", "\r\n", "\u00a0")), st.text(max_size=3))
def test_spacing_form_and_number_do_not_matter(
    row: dict[str, str], form: Literal["NFC", "NFD"], blank: str, number: str
) -> None:
    spaced = {column: unicodedata.normalize(form, f" {words} ").replace(" ", blank) for column, words in row.items()}
    assert digest({**spaced, "number": number, "work_id": "x"}) == digest(row)


@given(_rows, st.sampled_from([column for column in LOCKED if column != "number"]))
def test_any_other_word_matters(row: dict[str, str], column: str) -> None:
    assert digest({**row, column: f"{row[column]}x"}) != digest(row)
    assert len(digest(row)) == 16


def test_words_in_the_next_column_are_others() -> None:
    assert digest({"lead": "A", "coordinate": ""}) != digest({"lead": "", "coordinate": "A"})
