"""Measures said in words."""

import pytest

from tthc_desktop.models.measuring.wording import millimetres, points


@pytest.mark.parametrize(("found", "said"), [(0.0, "0 mm"), (-0.0001, "0 mm"), (72.0, "25,4 mm"), (-72.0, "-25,4 mm")])
def test_a_width_is_said_without_a_sign_that_means_nothing(found: float, said: str) -> None:
    assert millimetres(found) == said


def test_a_size_is_said_as_vietnamese_write_it() -> None:
    assert points(13.5) == "13,5 pt"
