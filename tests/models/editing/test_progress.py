"""What is typed into progress: one pair of values, in the field's one form, or one clear sentence."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.progress import by_place, emptied, said_here
from tthc_desktop.models.progress.forms import shown
from tthc_desktop.models.progress.values import Field, Origin, Progress, Said

PLACE = ("p", "w", "u")
ORIGIN = Origin("bảng.xlsx", "Phần việc", "H5", datetime(2030, 1, 1, tzinfo=UTC))
KNOWN = Progress("x", *PLACE, {Field.PERCENT: Said("60", ORIGIN), Field.RESULT: Said("Đã họp", ORIGIN)})


def test_the_first_words_make_a_new_value() -> None:
    before, after = said_here(None, PLACE, Field.STATUS, "đang làm")
    assert before is None
    assert after is not None
    assert (after.plan_id, after.work_id, after.unit_id) == PLACE
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
    fields = {PLACE: {Field.PERCENT}, ("p", "w2", "u"): {Field.DAY, Field.STATUS}, ("p", "không", "u"): {Field.DAY}}
    pairs = emptied(by_place([KNOWN, other]), fields)
    assert [after and set(after.said) for _, after in pairs] == [{Field.RESULT}, None]
    assert emptied(by_place([KNOWN]), {PLACE: {Field.DAY}}) == ()
