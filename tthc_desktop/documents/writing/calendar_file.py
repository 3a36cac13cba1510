"""What is due as a calendar file (.ics, RFC 5545) that other calendars read: `calendar_file`."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.standing import FINISHED, is_due
from tthc_desktop.models.agenda.statuses import leading, task_status
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.spans import title
from tthc_desktop.models.text import clean

_MAKER = "-//TTHC Desktop//Lịch công việc//VI"
_EPOCH = date(2000, 1, 1)
_MORNING = timedelta(hours=8)
_BEFORE = (timedelta(days=3), timedelta(days=1))
"""How long before the day that something is due there is an alarm too, each at eight in the morning."""
_LONGEST = 120


def calendar_file(lines: Iterable[AgendaLine], titles: Mapping[Id, str], on: date) -> bytes:
    """Return an all-day event for each day on which work is due or to be looked at, as it stands on a day.

    `titles` names the plans. An event has the same UID whenever it is written, so that a calendar which takes the file
    in again changes it; it is newer the later `on` is. Nothing rings for what is past or finished.
    """
    found: dict[tuple[Id, Id, str], list[AgendaLine]] = {}
    for line in lines:
        if line.occurrence.due:
            found.setdefault((line.plan_id, line.work_id, line.occurrence.period), []).append(line)
    calendar = Calendar()
    for name, value in (("prodid", _MAKER), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH")):
        calendar.add(name, value)
    calendar.add("x-wr-calname", "Lịch công việc")
    for each in sorted(found.values(), key=lambda lines: (lines[0].occurrence.due or on, uid(lines[0]))):
        calendar.add_component(_event(each, titles.get(each[0].plan_id, ""), on))
    return bytes(calendar.to_ical())


def uid(line: AgendaLine) -> str:
    """Return the identity of an event: that of its plan, work and period."""
    return f"{line.plan_id}.{line.work_id}.{line.occurrence.period or 'once'}@tthc-desktop"


def _event(lines: list[AgendaLine], plan: str, on: date) -> Event:
    line, status = lines[0], task_status(lines, on)
    day = line.occurrence.due or on
    written = datetime.combine(on, time(), UTC)
    event = Event()
    event.add("uid", uid(line))
    event.add("dtstamp", written)
    event.add("last-modified", written)
    event.add("sequence", max((on - _EPOCH).days, 0))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", _summary(line, status))
    event.add("description", _description(lines, plan, status))
    event.add("categories", ["Đến hạn" if is_due(line.occurrence) else "Rà soát"])
    if day >= on and status not in FINISHED:
        for before in (*(_BEFORE if is_due(line.occurrence) else ()), timedelta(0)):
            event.add_component(_alarm(_MORNING - before, _summary(line, status)))
    return event


def _alarm(trigger: timedelta, words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", trigger)
    alarm.add("description", words)
    return alarm


def _summary(line: AgendaLine, status: Status) -> str:
    before = "Đã xong: " if status in FINISHED else "" if is_due(line.occurrence) else "Rà soát: "
    return before + shortened(" ".join(clean(line.content).split()), _LONGEST)


def shortened(words: str, longest: int) -> str:
    """Return words cut before the word that makes them longer than a number of letters."""
    if len(words) <= longest:
        return words
    whole = words[: longest - 1].rpartition(" ")[0] or words[: longest - 1]
    return whole.rstrip(" ,;:.-–") + "…"


def _description(lines: list[AgendaLine], plan: str, status: Status) -> str:
    line = lines[0]
    units = "; ".join(dict.fromkeys(each.unit for each in leading(lines) if each.unit))
    told = {
        "Nội dung": line.content,
        "Kế hoạch": plan,
        "Số thứ tự": line.number,
        "Chủ trì": units,
        "Thời hạn trong kế hoạch": line.deadline,
        "Phần việc": line.occurrence.words,
        "Kỳ": title(line.occurrence.period),
        "Tình trạng": status.value,
        "Lưu ý": line.occurrence.warning,
    }
    return "\n".join(f"{name}: {clean(words)}" for name, words in told.items() if words.strip())
