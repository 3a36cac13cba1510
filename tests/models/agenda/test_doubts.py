"""What is told of the deadlines of a plan before it is issued."""

from datetime import date

from hypothesis import given

from tests.models.deadlines.phrases import phrases
from tthc_desktop.models.agenda.doubts import DeadlineDoubt, deadline_doubts
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Period, Plan
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.table import Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain

DAYS = DaysOff({date(2026, 4, 30): "Ngày Chiến thắng"})


def plan(*deadlines: str) -> Plan:
    """Return a plan of 2026 with a task in the text and others in a table."""
    tasks = {f"t{n}": Task(f"t{n}", deadline=plain(words)) for n, words in enumerate(deadlines)}
    rows = tuple(Row(f"r{n}", RowKind.TASK, task_id=f"t{n}") for n in range(1, len(deadlines)))
    body = (Item("i0", Mark.ARABIC, task_id="t0"), Table("b", rows=rows))
    return Plan("p", period=Period(date(2026, 1, 1), date(2026, 12, 31)), body=body, tasks=tasks)


def told(words: str, rules: Rules = Rules()) -> list[str]:  # noqa: B008 - a frozen value
    return [each.told for each in deadline_doubts(plan(words), rules, DAYS)]


def test_a_named_day_that_is_off_is_told_with_its_reason() -> None:
    assert told("Trước ngày 30/4/2026") == [
        "Rơi vào ngày nghỉ: 30/04/2026 (Ngày Chiến thắng); thời hạn ghi “Trước ngày 30/4/2026”."
    ]
    assert told("Trước ngày 30/4/2026", Rules(strict=True)) == []
    (sentence,) = told("trước ngày 25 hằng tháng")
    days = "25/01/2026 (Chủ nhật), 25/04/2026 (thứ Bảy), 25/07/2026 (thứ Bảy) và 1 ngày khác"
    assert sentence == f"Rơi vào ngày nghỉ: {days}; thời hạn ghi “trước ngày 25 hằng tháng”."


def test_the_end_of_a_month_is_no_named_day() -> None:
    assert told("Tháng 5/2026") == told("Hằng quý") == told("Thường xuyên") == told("") == []


def test_what_is_wrong_or_not_understood_is_told_where_it_stands() -> None:
    found = deadline_doubts(plan("31/02/2026", "rảnh thì làm", "Quý I"), Rules(), DAYS)
    assert found == (
        DeadlineDoubt("t0", "i0", "“31/02/2026” không phải ngày có thật, hãy kiểm tra lại ngày và tháng."),
        DeadlineDoubt(
            "t1", "r1", "Chưa hiểu thời hạn “rảnh thì làm”; việc này được nhắc rà soát theo quy tắc của cơ quan."
        ),
    )


def test_long_words_are_cut_in_what_is_told() -> None:
    (sentence,) = told("chưa rõ lúc nào " * 700)
    assert len(sentence) < 200


@given(phrases)
def test_any_words_are_told_in_sentences(words: str) -> None:
    assert all(each.endswith(".") for each in told(words))
