"""Whatever a plan says, each of its works stands in the agenda, each day once, and the same every time."""

from collections import Counter
from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tests.models.agenda.offices import NO_DAYS_OFF, OFFICE, office, plan, said
from tests.models.agenda.test_agenda import with_target
from tthc_desktop.models.agenda.agenda import agenda
from tthc_desktop.models.agenda.reminding import reminders
from tthc_desktop.models.agenda.statuses import by_task, task_status
from tthc_desktop.models.agenda.summing import summary
from tthc_desktop.models.progress.values import Status

_DEADLINES = (
    *("", "30/6/2025", "Hằng tháng", "Thường xuyên", "Khi có phát sinh", "Quý I và Quý III/2025", "31/02/2025"),
    *("Trước ngày 25 hằng tháng; báo cáo năm trước 15/12/2025", "x" * 500),
)
_LEADERS = ("", "Văn phòng Sở", "Các phòng thuộc Sở", "Phòng Lạ", "Thanh tra Sở; Văn phòng Sở")
_WORK = st.tuples(st.sampled_from(_LEADERS), st.sampled_from(_LEADERS), st.sampled_from(_DEADLINES))
_SAID = st.dictionaries(
    st.sampled_from(tuple(product(("t1", "t2", "g", "gone"), ("", "2025", "2025-Q1", "2025-03")))),
    st.sampled_from(Status),
    max_size=5,
)


@given(st.lists(_WORK, min_size=1, max_size=5), _SAID, st.dates(date(2024, 12, 1), date(2026, 1, 31)))
def test_every_work_is_there_once_for_each_unit_and_period(
    wanted: list[tuple[str, str, str]], told: dict[tuple[str, str], Status], on: date
) -> None:
    made = with_target(plan(*wanted))
    kept = office([made], (said(work, OFFICE.id, status, period=key) for (work, key), status in told.items()))
    lines = list(agenda(made, kept, NO_DAYS_OFF))
    assert lines == list(agenda(made, kept, NO_DAYS_OFF))
    assert list(dict.fromkeys(line.work_id for line in lines)) == [*made.tasks, "g"]
    counted = Counter((line.work_id, line.unit_id, line.occurrence.period) for line in lines)
    assert set(counted.values()) == {1}
    tasks = by_task(line for line in lines if not line.is_target)
    figures = summary(lines, on).total
    assert figures.total == len(tasks) == len(wanted)
    assert figures.counts == Counter(task_status(task, on) for task in tasks.values())
    assert all(one.words for one in reminders(lines, on))
