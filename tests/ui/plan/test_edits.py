"""From typed words to a new plan, without Qt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.papers import COLUMNS, little_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.cells import put_words
from tthc_desktop.models.outline import tables
from tthc_desktop.models.text import Run, clean, plain, text
from tthc_desktop.ui.plan.edits import read_date, retyped, rewrite
from tthc_desktop.ui.plan.paragraph import Paragraph, Place
from tthc_desktop.ui.plan.paragraphs import paragraphs

PLAN = little_plan()
TABLE = next(table for table, _ in tables(PLAN))


@pytest.mark.parametrize("paragraph", [p for p in paragraphs(PLAN) if not p.fixed], ids=lambda p: p.name)
def test_every_paragraph_can_be_rewritten(paragraph: Paragraph) -> None:
    place = paragraph.place
    words = plain("ngày 09 tháng 02 năm 2031" if place.part == "date" else "Chữ mới")
    after = rewrite(PLAN, place, words)
    shown = {p.place: p.words for p in paragraphs(after)}
    assert shown[place] == words
    changed = [p.place for p in paragraphs(after) if p not in paragraphs(PLAN)]
    assert changed == [place]


def test_rewriting_shares_what_stays() -> None:
    after = rewrite(PLAN, Place("i1"), plain("Khác"))
    assert after.body[1] is PLAN.body[1]
    assert after.appendices is PLAN.appendices


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("05/01/2030", (5, 1, 2030)),
        ("…/02/2025", (None, 2, 2025)),
        ("ngày … tháng 02 năm 2025", (None, 2, 2025)),
        ("Ngày 9 tháng 12 năm 2025", (9, 12, 2025)),
        ("ngày      tháng      năm 2025", (None, None, 2025)),
        ("/02/2025", (None, 2, 2025)),
        ("…/…/2026", (None, None, 2026)),
        ("", (None, None, None)),
    ],
)
def test_dates_may_be_known_in_part(typed: str, date: tuple[int | None, int | None, int | None]) -> None:
    assert read_date(typed) == date


@pytest.mark.parametrize("typed", ["32/01/2025", "1/13/2025", "ngày mai", "2025"])
def test_a_wrong_date_is_told(typed: str) -> None:
    with pytest.raises(UserError, match="Ngày ban hành"):
        rewrite(PLAN, Place("", "date"), plain(typed))


def test_a_merged_cell_changes_all_its_rows() -> None:
    after = put_words(PLAN, TABLE.id, {(TABLE.rows[2].id, COLUMNS[3].id): plain("Thanh tra")})
    assert str(after.tasks["t1"].coordinate) == str(after.tasks["t2"].coordinate) == "Thanh tra"
    assert after.tasks["t3"] is PLAN.tasks["t3"]


def test_retyped_words_keep_the_emphasis_around_them() -> None:
    old = text((Run("Giảm "), Run("phiền hà", bold=True), Run(" cho dân")))
    assert retyped(old, "Giảm phiền hà cho người dân") == text(
        (Run("Giảm "), Run("phiền hà", bold=True), Run(" cho người dân"))
    )
    assert retyped(old, "Giảm phiền muộn cho dân").runs[1] == Run("phiền muộn", bold=True)


@given(
    st.lists(st.builds(Run, st.text(max_size=8), st.booleans(), st.booleans()), max_size=4),
    st.text(max_size=24),
)
def test_retyped_words_are_what_was_typed(runs: list[Run], typed: str) -> None:
    assert str(retyped(text(runs), typed)) == clean(typed)
