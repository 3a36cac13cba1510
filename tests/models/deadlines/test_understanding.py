"""The phrases of Vietnamese administration, understood clause by clause."""

import re
from collections import Counter
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path
from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.deadlines.phrases import SAID, phrases
from tests.operations import operations
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.deadlines.due_days import due_days
from tthc_desktop.models.deadlines.lexing import one_spelling
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.deadlines.values import Clause, Kind
from tthc_desktop.models.plan import Period

NOT_UNDERSTOOD = (
    "bao giờ xong thì báo",
    "Nghị định số 9/2015/NĐ-CP ngày 28/5/2015",
    "trước ngày 25",
    "",
    " \n. ",
)
IMPOSSIBLE = (
    "Quý V/2026",
    "0 lần/năm",
    "trước ngày 32/1/2026",
    "ngày 00/3",
    "ngày 45 hằng tháng",
    "29/02/2025",
    "20 tháng 6",
    "chậm nhất 5 ngày kể từ ngày 31/4/2026",
    "Thường xuyên trong năm 20266",
    "31/02/2025",
    "trước ngày 20/02/20255",
    "năm 20255",
    "tháng 13/2026",
    "từ 5/6/2026 đến 4/6/2026",
)
PIECES = (
    "trước ngày 5/8/2026 và ",
    "(",
    "1/",
    "quý I, ",
    "khi ",
    "9",
    "…",
    "12/QĐ-A của ",
    "đến hết ",
    "(nếu ",
    "\n- a",
    "1/1 (a) ",
    "1/1 ",
    "(a)",
    "trước kỳ họp ",
    "ngày 10, ",
    "ngày 1/1 hằng năm ",
    "3 lần/năm; ",
    "hằng tuần thứ ",
    "5 ngày kể từ ngày 1/1 ",
    "thường xuyên từ ",
    "Luật của ",
    "số ",
)


@pytest.mark.parametrize(("words", "clauses"), SAID.items())
def test_phrases(words: str, clauses: list[dict[str, object]]) -> None:
    found = understand(words, 2026)
    assert found.understood
    assert len(found.clauses) == len(clauses)
    for clause, wanted in zip(found.clauses, clauses, strict=True):
        assert {name: getattr(clause, name) for name in wanted} == wanted


@pytest.mark.parametrize("words", NOT_UNDERSTOOD)
def test_what_is_no_deadline_is_kept(words: str) -> None:
    found = understand(words, 2026)
    assert not found.understood
    assert found.words == words


@pytest.mark.parametrize("words", IMPOSSIBLE)
def test_impossible_times_are_told(words: str) -> None:
    found = understand(words)
    assert not found.understood
    assert [trouble for trouble in found.trouble if trouble.startswith("“")]
    assert due_days(found, YEAR) == ()


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_is_read_with_work_that_grows_as_it_does(piece: str) -> None:
    short, long = ((piece * size)[:size] for size in (2_000, 4_000))
    assert understand(long).words == long
    assert operations(lambda: understand(long)) < 2.2 * operations(lambda: understand(short)) + 100


@pytest.mark.parametrize("piece", PIECES)
def test_a_very_long_text_comes_back_too(piece: str) -> None:
    """Far more than a cell holds: what grew with the square of it would run into the limit of every test."""
    words = (piece * 50_000)[:50_000]
    assert understand(words).words == words


@given(phrases)
def test_any_phrase_comes_back_as_printed(words: str) -> None:
    assert understand(words, 2026).words == words


@given(phrases, st.sampled_from((None, 1900, 2026, 2199)))
def test_what_is_told_of_a_phrase_is_in_its_words(words: str, year: int | None) -> None:
    line = one_spelling(words)
    for clause in understand(words, year).clauses:
        assert clause.scope in line or ", " in clause.scope
        assert all(told in line for told in (clause.actor, clause.recipient, clause.purpose))
        assert is_normalized("NFC", "".join(map(str, astuple(clause))))
        assert not clause.trouble or re.fullmatch(r"“.+” .+\.", clause.trouble)


@given(st.sampled_from(sorted(SAID)), st.sampled_from((str.upper, str.lower)), st.sampled_from(("  ", "\u00a0", " \t")))
def test_case_and_blanks_do_not_matter(words: str, cased: object, blank: str) -> None:
    assert callable(cased)
    assert _bare(f" {cased(words)}. ".replace(" ", blank)) == _bare(words)


@given(st.sampled_from("-–—‐−"), st.sampled_from(("", " ")))
def test_any_dash_makes_a_range(dash: str, blank: str) -> None:
    assert _bare(f"01/3{blank}{dash}{blank}30/4/2027") == _bare("từ 01/3 đến 30/4/2027")


def _bare(words: str) -> list[dict[str, object]]:
    told = {"event_text", "source_text", "scope", "actor", "recipient", "purpose", "condition"}
    return [
        {field.name: getattr(clause, field.name) for field in fields(Clause) if field.name not in told}
        for clause in understand(words, 2026).clauses
    ]


YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@given(phrases, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 900), st.booleans())
def test_occurrences_are_sorted_and_within_the_period(words: str, start: date, days: int, strict: bool) -> None:
    period = Period(start, date.fromordinal(start.toordinal() + days))
    deadline = understand(words, 2026)
    found = due_days(deadline, period, strict=strict)
    assert list(found) == sorted(set(found))
    for due in found:
        if deadline.clauses[due.clause].kind is Kind.RECURRING:
            assert period.start <= due.day <= period.end


def test_real_plans(seeds: Path, more_plans: Path) -> None:
    found = [understand(words) for words in _deadlines(seeds)]
    kinds = Counter(tuple(clause.kind for clause in deadline.clauses) for deadline in found)
    event = Kind.ON_EVENT
    assert kinds == {
        (Kind.ONGOING,): 36,
        (Kind.ONGOING, event): 3,
        (event,): 6,
        (Kind.FIXED_DATE,): 5,
        (Kind.FIXED_DATE, Kind.FIXED_DATE): 3,
        (Kind.MONTH,): 2,
        (Kind.QUARTER,): 7,
        (Kind.YEAR,): 4,
        (Kind.RECURRING,): 2,
        (Kind.RECURRING, event): 2,
        (Kind.RELATIVE,): 2,
        (Kind.PER_PLAN,): 4,
        (Kind.PER_PLAN, event): 1,
    }
    assert all(deadline.understood for deadline in (*found, *map(understand, _deadlines(more_plans))))


def _deadlines(folder: Path) -> list[str]:
    plans = [read_text(path.read_text(encoding="utf-8"), path.name).plan for path in sorted(folder.glob("*.txt"))]
    return [str(task.deadline) for plan in plans for task in plan.tasks.values() if task.deadline]
