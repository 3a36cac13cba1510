"""Known trouble is a sentence that can be read, whatever was typed."""

import pytest

from tthc_desktop.errors import UserError


@pytest.mark.parametrize("letters", [300, 10_000])
def test_a_long_quote_does_not_hide_what_is_said(letters: int) -> None:
    told = UserError(f"Không hiểu kỳ “{'x' * letters}”.", f"Hãy ghi khác “{'y' * letters}”, như “Quý II/2025”.")
    assert told.what == f"Không hiểu kỳ “{'x' * 200}…”."
    assert told.advice.endswith("…”, như “Quý II/2025”.")
    assert str(told) == f"{told.what} {told.advice}"


def test_a_quote_of_usual_length_stays_whole() -> None:
    assert UserError(f"Không có “{'x' * 240}”.", "Hãy xem lại.").what == f"Không có “{'x' * 240}”."
