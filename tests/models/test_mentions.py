"""Years and dates are found in the forms that papers have, and move there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.mentions import Kind, loses_leap_day, mentions, shifted


@pytest.mark.parametrize(
    ("words", "kind", "later"),
    [
        ("năm 2025", Kind.YEAR, "năm 2026"),
        ("NĂM 2025", Kind.YEAR, "NĂM 2026"),
        ("2025-2026", Kind.SPAN, "2026-2027"),
        ("giai đoạn 2021 – 2025", Kind.SPAN, "giai đoạn 2022 – 2026"),
        ("các năm 2025, 2026 và 2027", Kind.SPAN, "các năm 2026, 2027 và 2028"),
        ("năm 2025 và năm 2026", Kind.SPAN, "năm 2026 và năm 2027"),
        ("Quý II/2025", Kind.QUARTER, "Quý II/2026"),
        ("quí IV năm 2025", Kind.QUARTER, "quí IV năm 2026"),
        ("quý I, II/2025", Kind.QUARTER, "quý I, II/2026"),
        ("20/02/2025", Kind.DATE, "20/02/2026"),
        ("31/12/2025", Kind.DATE, "31/12/2026"),
        ("5-8-2025", Kind.DATE, "5-8-2026"),
        ("ngày 05 tháng 01 năm 2025", Kind.DATE, "ngày 05 tháng 01 năm 2026"),
        ("ngày … tháng 02 năm 2025", Kind.DATE, "ngày … tháng 02 năm 2026"),
        ("tháng 7/2025", Kind.MONTH, "tháng 7/2026"),
        ("tháng 6, 7 năm 2025", Kind.MONTH, "tháng 6, 7 năm 2026"),
        ("12/2025", Kind.MONTH, "12/2026"),
        ("2025", Kind.BARE, "2026"),
    ],
)
def test_every_form(words: str, kind: Kind, later: str) -> None:
    for before, after in (("", ""), ("Xong trước ", "."), ("(", ")"), ("từ ", "; sau đó")):
        (found,) = mentions(f"{before}{words}{after}")
        assert (found.words, found.kind, found.start) == (words, kind, len(before))
        assert shifted(found.words, 1) == later


@pytest.mark.parametrize("words", ["1.002025", "12.2025.7", "số 2025/KH-STP", "20251", "2025%", "trang 12", "A2025"])
def test_figures_that_are_no_years(words: str) -> None:
    assert list(mentions(words)) == []


@pytest.mark.parametrize("words", ["29/02/2024", "29/2/2024", "ngày 29 tháng 02 năm 2024"])
def test_a_leap_day_is_told_and_never_impossible(words: str) -> None:
    assert loses_leap_day(words, 1)
    assert "29" not in shifted(words, 1)
    assert not loses_leap_day(words, 4)
    assert shifted(shifted(words, 4), -4) == words
    assert not loses_leap_day(words.replace("29", "28"), 1)


FORMS = st.sampled_from(
    ("năm {}", "Quý II/{}", "20/02/{}", "tháng 7/{}", "ngày 5 tháng 1 năm {}", "{0}-{1}", "giai đoạn {0} - {1}", "{}")
)
GLUE = st.sampled_from((" ", ", ", "; ", " trước ", " (", ") ", ": ", "\n", " và trong "))
WORDS = st.lists(st.tuples(GLUE, FORMS, st.integers(2005, 2070)), max_size=6).map(
    lambda parts: "".join(f"{glue}{form.format(year, year + 1)}" for glue, form, year in parts)
)


@given(WORDS, st.integers(-5, 20))
def test_there_and_back_gives_the_words_again(words: str, years: int) -> None:
    there = words
    for found in reversed(list(mentions(words))):
        there = there[: found.start] + shifted(found.words, years) + there[found.end :]

    assert [(m.start, m.end, m.kind) for m in mentions(there)] == [(m.start, m.end, m.kind) for m in mentions(words)]
    assert shifted(there, -years) == words


@given(st.text("nămqtháguýIV 0123456789/-.…,", max_size=40))
def test_mentions_follow_one_another(words: str) -> None:
    place = 0
    for found in mentions(words):
        assert place <= found.start < found.end
        assert words[found.start : found.end] == found.words
        assert found.years
        place = found.end
