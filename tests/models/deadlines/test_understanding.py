"""The phrases of Vietnamese administration, understood clause by clause."""

import time
from collections import Counter
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.deadlines.due_days import due_days
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.deadlines.values import Clause, Kind
from tthc_desktop.models.plan import Period

SAID = {
    "Trước ngày 10/3/2026": [{"kind": "fixed_date", "rel": "before", "date": date(2026, 3, 10)}],
    "ngày 05 tháng 8 năm 2026": [{"kind": "fixed_date", "date": date(2026, 8, 5)}],
    "5/8": [{"kind": "fixed_date", "date": date(2026, 8, 5)}],
    "xong trước ngày 5/8/26": [{"kind": "fixed_date", "rel": "before", "date": date(2026, 8, 5), "scope": ""}],
    "trước 31/01 năm liền kề": [{"kind": "fixed_date", "rel": "before", "date": date(2027, 1, 31)}],
    "Quí IV-2027": [{"kind": "quarter", "quarter": 4, "year": 2027}],
    "quý III và quý IV năm 2027": [{"kind": "quarter", "quarter": 3, "year": 2027}, {"quarter": 4, "join": "và"}],
    "đầu quý 2/2026": [{"kind": "quarter", "part": "begin", "scope": ""}],
    "Hoàn thành trong tháng 9/2027 để kịp báo cáo": [
        {"kind": "month", "month": 9, "year": 2027, "rel": "within", "purpose": "kịp báo cáo", "scope": ""}
    ],
    "Tháng 3, tháng 6": [{"kind": "month", "month": 3, "year": 2026}, {"kind": "month", "month": 6}],
    "tuần đầu tháng 4": [{"kind": "month", "month": 4, "part": "first_week"}],
    "6 tháng đầu năm": [{"kind": "range", "start": date(2026, 1, 1), "end": date(2026, 6, 30)}],
    "từ tháng 3 đến tháng 5/2027": [{"kind": "range", "start": date(2027, 3, 1), "end": date(2027, 5, 31)}],
    "01/3–30/4/2027": [{"kind": "range", "start": date(2027, 3, 1), "end": date(2027, 4, 30)}],
    "năm 2027 và các năm tiếp theo": [{"kind": "range", "start": date(2027, 1, 1), "end": None}],
    "cả năm": [{"kind": "year", "year": 2026}],
    "cuối năm": [{"kind": "year", "part": "end"}],
    "Trước ngày 12 hàng tháng (nếu có)": [
        {"kind": "recurring", "freq": ("month",), "day": 12, "rel": "before", "condition": "nếu có"}
    ],
    "ngày 15 của tháng cuối quý": [{"kind": "recurring", "freq": ("quarter",), "day": 15, "part": "last_month"}],
    "Trước ngày 15/12 hằng năm": [{"kind": "recurring", "freq": ("year",), "day": 15, "month": 12}],
    "02 lần/năm": [{"kind": "recurring", "freq": ("year",), "times": 2}],
    "Định kỳ hằng tháng, quý, 6 tháng và năm": [
        {"kind": "recurring", "freq": ("month", "quarter", "half_year", "year")}
    ],
    "Hằng quý hoặc đột xuất": [{"kind": "recurring"}, {"kind": "on_event", "join": "hoặc"}],
    "Thường xuyên và khi có chỉ đạo của tỉnh": [
        {"kind": "ongoing"},
        {"kind": "on_event", "join": "và", "event_text": "khi có chỉ đạo của tỉnh"},
    ],
    "Khi có đề nghị của các xã": [{"kind": "on_event", "event_text": "Khi có đề nghị của các xã", "purpose": ""}],
    "Ngay khi có kết luận": [{"kind": "on_event", "immediate": True}],
    "chậm nhất 05 ngày làm việc kể từ ngày ký": [
        {"kind": "relative", "offset_days": 5, "calendar": "working_days", "event_text": "kể từ ngày ký"}
    ],
    "Chậm nhất trước 07 ngày tính đến ngày họp": [{"kind": "relative", "offset_days": -7, "calendar": "days"}],
    "trong vòng 3 ngày sau khi nhận hồ sơ": [{"kind": "relative", "offset_days": 3, "rel": "within"}],
    "Theo Chương trình của Bộ và kiểm tra đột xuất khi cần": [{"kind": "per_plan"}, {"kind": "on_event", "join": "và"}],
    "Sở Nội vụ quyết định": [{"kind": "per_plan"}],
    "Phòng Một, Phòng Hai gửi danh mục năm 2026 trước ngày 1/6/2026 và danh mục năm 2027 trước ngày 2/6/2027": [
        {"kind": "fixed_date", "actor": "Phòng Một, Phòng Hai", "scope": "danh mục năm 2026"},
        {"kind": "fixed_date", "scope": "danh mục năm 2027", "date": date(2027, 6, 2)},
    ],
    "Phòng Một tổng hợp gửi Văn phòng UBND tỉnh trước ngày 1/6/2026": [
        {"actor": "Phòng Một", "recipient": "Văn phòng UBND tỉnh", "scope": ""}
    ],
    "Theo Quyết định số 7/QĐ-SNV ngày 3/2/2026, hoàn thành trước ngày 1/9/2026": [
        {"kind": "per_plan"},
        {"kind": "fixed_date", "date": date(2026, 9, 1)},
    ],
    "Lần 1: trước ngày 20/6/2026\nLần 2: trước ngày 20/12/2026": [{"scope": "Lần 1"}, {"scope": "Lần 2"}],
    "trước 30/6 và 31/12": [{"rel": "before"}, {"rel": "before", "date": date(2026, 12, 31)}],
    "Quý II, quý IV hằng năm": [
        {"kind": "recurring", "freq": ("year",), "quarter": 2},
        {"kind": "recurring", "freq": ("year",), "quarter": 4},
    ],
    "Định kỳ hằng quý (trước ngày 20 tháng cuối quý)": [
        {"kind": "recurring", "freq": ("quarter",), "day": 20, "part": "last_month", "rel": "before"}
    ],
    "Hằng năm, trước ngày 15/11": [{"kind": "recurring", "freq": ("year",), "day": 15, "month": 11, "rel": "before"}],
    "Định kỳ hằng tháng, trước ngày 25": [{"kind": "recurring", "freq": ("month",), "day": 25, "rel": "before"}],
    "Hằng quý, trước ngày 20 của tháng cuối quý": [{"kind": "recurring", "freq": ("quarter",), "day": 20}],
    "Trước 17 giờ ngày 25/4/2026": [{"kind": "fixed_date", "rel": "before", "scope": ""}],
    "6 tháng/lần": [{"kind": "recurring", "freq": ("half_year",)}],
    "Báo cáo 6 tháng trước ngày 15/6/2026": [{"kind": "fixed_date", "scope": "Báo cáo 6 tháng"}],
    "Trước ngày\n25/4/2026": [{"kind": "fixed_date", "date": date(2026, 4, 25)}],
}
NOT_UNDERSTOOD = (
    "hai năm một lần",
    "bao giờ xong thì báo",
    "Nghị định số 9/2015/NĐ-CP ngày 28/5/2015",
    "trước ngày 25",
    "",
    " \n. ",
)
IMPOSSIBLE = ("31/02/2025", "trước ngày 20/02/20255", "năm 20255", "tháng 13/2026", "từ 5/6/2026 đến 4/6/2026")
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
)
WORDS = "aăđ ngày tháng quý năm hằng trước khi từ đến và hoặc theo kế hoạch (nếu) để IV 05 /0123456789.,-–;\n".split(
    " "
)
phrases = st.lists(st.sampled_from([*WORDS, *SAID])).map(" ".join) | st.text(max_size=60)


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
def test_ten_thousand_letters_are_read_at_once(piece: str) -> None:
    words = (piece * 10_000)[:10_000]
    begun = time.process_time()
    assert understand(words).words == words
    assert time.process_time() - begun < 1.5


@given(phrases)
def test_any_phrase_comes_back_as_printed(words: str) -> None:
    assert understand(words, 2026).words == words


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
    kinds = Counter(tuple(clause.kind for clause in understand(words).clauses) for words in _deadlines(seeds))
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
    assert all(understand(words).understood for words in (*_deadlines(seeds), *_deadlines(more_plans)))


def _deadlines(folder: Path) -> list[str]:
    plans = [read_text(path.read_text(encoding="utf-8"), path.name).plan for path in sorted(folder.glob("*.txt"))]
    return [str(task.deadline) for plan in plans for task in plan.tasks.values() if task.deadline]
