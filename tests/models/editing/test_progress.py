"""What is typed into progress: one pair of values, in the field's one form, or one clear sentence."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.progress import Place, by_place, emptied, place_of, said_here
from tthc_desktop.models.progress.forms import shown
from tthc_desktop.models.progress.values import Evidence, Field, Origin, Progress, Said

PLACE = Place("p", "w", "u")
ORIGIN = Origin("bảng.xlsx", "Phần việc", "H5", datetime(2030, 1, 1, tzinfo=UTC))
KNOWN = Progress("x", *PLACE[:3], {Field.PERCENT: Said("60", ORIGIN), Field.RESULT: Said("Đã họp", ORIGIN)})


def test_the_first_words_make_a_new_value() -> None:
    before, after = said_here(None, PLACE, Field.STATUS, "đang làm")
    assert before is None
    assert after is not None
    assert place_of(after) == PLACE
    assert after.said == {Field.STATUS: Said("Đang thực hiện")}


def test_other_words_lose_their_origin_and_leave_the_rest() -> None:
    _, after = said_here(KNOWN, PLACE, Field.PERCENT, "70%")
    assert after is not None
    assert after.said == {Field.PERCENT: Said("70"), Field.RESULT: KNOWN.said[Field.RESULT]}


@pytest.mark.parametrize("typed", ["60", "60%", " 60 % ", "60,0"])
def test_the_same_value_keeps_its_origin(typed: str) -> None:
    assert said_here(KNOWN, PLACE, Field.PERCENT, typed) == (KNOWN, KNOWN)


def test_nothing_typed_where_nothing_was_said_is_no_change() -> None:
    assert said_here(None, PLACE, Field.RESULT, "  ") == (None, None)


def test_an_emptied_field_goes_and_with_the_last_one_the_value() -> None:
    _, one = said_here(KNOWN, PLACE, Field.PERCENT, "")
    assert one is not None
    assert one.said.keys() == {Field.RESULT}
    assert said_here(one, PLACE, Field.RESULT, "") == (one, None)


@pytest.mark.parametrize(
    ("field", "typed"), [(Field.PERCENT, "nhiều"), (Field.DAY, "tháng 6"), (Field.STATUS, "ổn"), (Field.PERCENT, "0,6")]
)
def test_what_is_no_value_is_one_sentence_that_begins_with_the_field(field: Field, typed: str) -> None:
    with pytest.raises(UserError) as told:
        said_here(KNOWN, PLACE, field, typed)
    assert typed in told.value.what


@given(st.sampled_from([Field.RESULT, Field.NUMBER, Field.TROUBLE, Field.PROPOSAL]), st.text(max_size=40))
def test_typing_what_is_shown_changes_nothing(field: Field, typed: str) -> None:
    _, made = said_here(None, PLACE, field, typed)
    if made is not None:
        assert said_here(made, PLACE, field, shown(field, made.words(field))) == (made, made)


def test_many_cells_are_emptied_at_once() -> None:
    other = Progress("y", "p", "w2", "u", {Field.DAY: Said("2030-01-01")})
    theirs, nobodys = Place("p", "w2", "u"), Place("p", "không", "u")
    fields = {PLACE: {Field.PERCENT}, theirs: {Field.DAY, Field.STATUS}, nobodys: {Field.DAY}}
    pairs = emptied(by_place([KNOWN, other]), fields)
    assert [after and set(after.said) for _, after in pairs] == [{Field.RESULT}, None]
    assert emptied(by_place([KNOWN]), {PLACE: {Field.DAY}}) == ()


def test_each_period_has_a_value_of_its_own_and_one_with_files_is_never_gone() -> None:
    _, made = said_here(None, PLACE._replace(period="2025-Q2"), Field.PERCENT, "30")
    assert made is not None
    assert (made.period, place_of(made)) == ("2025-Q2", ("p", "w", "u", "2025-Q2"))
    assert len(by_place([KNOWN, made])) == 2
    kept = replace(made, files=(Evidence("ảnh.jpg", "0" * 64),))
    assert said_here(kept, place_of(kept), Field.PERCENT, "")[1] == replace(kept, said={})
    assert emptied(by_place([kept]), {place_of(kept): {Field.PERCENT}}) == ((kept, replace(kept, said={})),)
