"""The calendar file as another calendar reads it: days, identities, words, what rings."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from tthc_desktop.documents.writing.calendar_file import calendar_file, shortened, uid
from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.values import Occurrence, OccurrenceKind
from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.models.text import clean

DUE, EVENT, REVIEW = OccurrenceKind
ON = date(2026, 3, 2)


def line(
    work: str = "w", period: str = "", due: date | None = date(2026, 3, 20), kind: OccurrenceKind = DUE, **more: str
) -> AgendaLine:
    occurrence = Occurrence(work, kind, period, due=due, warning=more.pop("warning", ""))
    usual = AgendaLine("p", work, "u", "Văn phòng", "leads", "1", "Rà soát", "", occurrence)
    return replace(usual, **more)  # type: ignore[arg-type]


def events(*lines: AgendaLine, on: date = ON) -> list[Event]:
    read = Calendar.from_ical(calendar_file(lines, {"p": "Kế hoạch năm 2026"}, on))
    assert [component.name for component in read.subcomponents] == ["VEVENT"] * len(read.subcomponents)
    return list(read.events)


def rings(event: Event) -> list[timedelta]:
    return [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]


def test_an_event_takes_the_whole_day() -> None:
    (event,) = events(line())
    assert (event.start, event.end) == (date(2026, 3, 20), date(2026, 3, 21))
    assert str(event["UID"]) == "p.w.once@tthc-desktop"
    assert event.decoded("DTSTAMP") == datetime(2026, 3, 2, tzinfo=UTC)
    assert str(event["TRANSP"]) == "TRANSPARENT"


def test_units_of_one_work_share_an_event_and_its_words_are_all_there() -> None:
    first = line(content="Rà soát, đánh giá; báo cáo", deadline="Trước ngày 20/3", warning="Ngày 20/03/2026 …")
    second = line(unit_id="v", unit="Phòng Một", content="Rà soát, đánh giá; báo cáo")
    (event,) = events(first, second)
    assert str(event["SUMMARY"]) == "Rà soát, đánh giá; báo cáo"
    assert str(event["DESCRIPTION"]).split("\n") == [
        "Nội dung: Rà soát, đánh giá; báo cáo",
        "Kế hoạch: Kế hoạch năm 2026",
        "Số thứ tự: 1",
        "Chủ trì: Văn phòng; Phòng Một",
        "Thời hạn trong kế hoạch: Trước ngày 20/3",
        "Tình trạng: Chưa đến hạn",
        "Lưu ý: Ngày 20/03/2026 …",
    ]


def test_each_period_has_its_own_identity_and_keeps_it() -> None:
    lines = [line(period=f"2026-Q{n}", due=date(2026, 3 * n, 20), kind=REVIEW if n > 2 else DUE) for n in (1, 2, 3, 4)]
    first, later = events(*lines), events(*reversed(lines), on=date(2026, 9, 1))
    assert [str(each["UID"]) for each in first] == [f"p.w.2026-Q{n}@tthc-desktop" for n in (1, 2, 3, 4)]
    assert [each["UID"] for each in later] == [each["UID"] for each in first]
    assert all(new.sequence > old.sequence for old, new in zip(first, later, strict=True))
    assert calendar_file(lines, {}, ON) == calendar_file(lines, {}, ON)


def test_what_is_due_rings_before_and_on_the_day_at_eight() -> None:
    (event,) = events(line())
    at = [datetime(2026, 3, 20) + trigger for trigger in rings(event)]  # noqa: DTZ001 - wherever the calendar is
    assert [f"{each:%d/%m %H:%M}" for each in at] == ["17/03 08:00", "19/03 08:00", "20/03 08:00"]
    (looked_at,) = events(line(kind=REVIEW))
    assert rings(looked_at) == [timedelta(hours=8)]
    assert str(looked_at["SUMMARY"]) == "Rà soát: Rà soát"


def test_nothing_rings_for_what_is_past_or_finished() -> None:
    (past,) = events(line(due=date(2026, 3, 1)))
    assert rings(past) == []
    done = Progress("r", "p", "w", "u", {Field.STATUS: Said(Status.DONE.value)})
    finished = AgendaLine("p", "w", "u", "Văn phòng", "leads", "1", "Rà soát", "", line().occurrence, done)
    (event,) = events(finished)
    assert rings(event) == []
    assert str(event["SUMMARY"]) == "Đã xong: Rà soát"


def test_what_has_no_day_has_no_event() -> None:
    assert events(line(due=None, kind=EVENT), line(due=None, kind=REVIEW)) == []


def test_a_long_content_is_cut_between_words_in_the_summary_only() -> None:
    long = "rà soát thủ tục hành chính " * 20
    (event,) = events(line(content=long))
    assert len(str(event["SUMMARY"])) <= 120
    assert str(event["SUMMARY"]).endswith("…")
    assert long.strip() in str(event["DESCRIPTION"])
    assert shortened("a" * 200, 10) == "a" * 9 + "…"


words = st.text(max_size=90).map(clean)


@given(words, words, st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_any_words_come_back(content: str, deadline: str, due: date) -> None:
    data = calendar_file([line(content=content, deadline=deadline, due=due)], {"p": content}, ON)
    assert all(len(each) <= 75 for each in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    (event,) = Calendar.from_ical(data).events
    assert event.start == due
    assert str(event["UID"]) == uid(line())
    told = str(event.get("DESCRIPTION", ""))
    assert content.strip() in told
    assert deadline.strip() in told
