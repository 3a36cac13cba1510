"""Columns moved under, out of and past common titles."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.editing.columns import move_columns
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Column, Role, Table
from tthc_desktop.models.text import plain


def plan_of(heads: str) -> Plan:
    """Return a plan with a table: small letters are columns, a capital before them their common title."""
    columns = tuple(Column(head[-1], Role.FREE, over=plain(head[:-1])) for head in heads.split())
    return Plan("p", body=(Table("tab", columns),))


def heads(plan: Plan) -> str:
    table = next(table for table, _ in tables(plan))
    return " ".join(f"{column.over}{column.id}" for column in table.columns)


@pytest.mark.parametrize(
    ("before", "moved", "place", "after"),
    [
        ("a b c", "c", 0, "c a b"),
        ("a Xb Xc d", "d", 2, "a Xb Xd Xc"),
        ("a Xb Xc d", "d", 1, "a d Xb Xc"),
        ("a Xb Xc d", "b", 3, "a Xc Xb d"),
        ("a Xb Xc d", "b", 0, "b a Xc d"),
        ("a Xb Xc Xd", "c", 0, "c a Xb Xd"),
        ("a Xb c", "b", 0, "Xb a c"),
        ("a Xb Xc d", "bc", 4, "a d Xb Xc"),
        ("a Xb Xc Yd Ye f", "bc", 4, "a Yd Ye Xb Xc f"),
        ("a Xb Xc Yd Ye Yf", "bc", 4, "a Xb Xc Yd Ye Yf"),
        ("Xa Xb c Yd Ye", "d", 1, "Xa Xd Xb c Ye"),
    ],
)
def test_common_titles_stay_in_one_piece(before: str, moved: str, place: int, after: str) -> None:
    assert heads(move_columns(plan_of(before), "tab", list(moved), place)) == after


def test_a_column_that_stays_changes_nothing() -> None:
    plan = plan_of("a Xb Xc")
    assert move_columns(plan, "tab", ["b"], 1) is plan
    assert move_columns(plan, "tab", ["b"], 2) is plan


@given(st.lists(st.sampled_from(("", "X", "Y")), min_size=2, max_size=7), st.data())
def test_no_title_is_printed_twice_that_was_not_before(overs: list[str], data: st.DataObject) -> None:
    plan = plan_of(" ".join(over + "abcdefg"[place] for place, over in enumerate(overs)))
    place, to = data.draw(st.integers(0, len(overs) - 1)), data.draw(st.integers(0, len(overs)))
    made = move_columns(plan, "tab", ["abcdefg"[place]], to)
    for over in ("X", "Y"):
        assert _pieces(made, over) <= max(_pieces(plan, over), 1)
    kept = {replace(column, over=plain("")) for table, _ in tables(plan) for column in table.columns}
    assert kept == {replace(column, over=plain("")) for table, _ in tables(made) for column in table.columns}


def _pieces(plan: Plan, over: str) -> int:
    said = [str(column.over) for table, _ in tables(plan) for column in table.columns]
    return sum(one == over and (not place or said[place - 1] != over) for place, one in enumerate(said))
