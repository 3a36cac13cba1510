"""What is due as a calendar file, on the command line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.conftest import Ask, is_one_line
from tthc_desktop.models.changes import Change
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Period, Plan
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office

DEADLINES = {"a": "Trước ngày 19/6/2026", "b": "Hằng quý", "c": "Thường xuyên", "d": "Theo Kế hoạch của UBND tỉnh"}
PLAN = Plan(
    "p1",
    title=plain("Kiểm soát thủ tục năm 2026"),
    period=Period(date(2026, 1, 1), date(2026, 12, 31)),
    body=tuple(Item(f"i{each}", Mark.ARABIC, task_id=each) for each in DEADLINES),
    tasks={each: Task(each, plain(f"Việc {each}"), deadline=plain(words)) for each, words in DEADLINES.items()},
)
OTHER = replace(
    PLAN,
    id="p2",
    title=plain("Cải cách năm 2026"),
    body=(Item("j", Mark.ARABIC, task_id="z"),),
    tasks={"z": Task("z", plain("Việc z"), deadline=plain("trong 3 ngày làm việc kể từ ngày 29/4/2026"))},
)


@pytest.fixture
def kept(office: Path) -> Path:
    """Return an office of two plans that works on a Saturday."""
    worked = ExchangedDay("e", date(2026, 5, 9), off=False)
    with Office.open(office) as opened:
        opened.change(Change("Thêm", ((None, PLAN), (None, OTHER), (None, worked))))
    return office


def read(path: Path) -> dict[str, str]:
    events = Calendar.from_ical(path.read_bytes()).events
    return {f"{each.DTSTART} {each['SUMMARY']}": str(each["UID"]) for each in events}


@pytest.mark.usefixtures("kept")
def test_all_plans_that_are_followed(ask: Ask, tmp_path: Path) -> None:
    out = tmp_path / "lich.ics"
    said = ask("calendar", out, "--on", "01/02/2026", "--json")
    assert said.found == {"plans": ["p1", "p2"], "events": 14, "file": str(out)}
    events = read(out)
    assert len(events) == len({*events.values()}) == 14
    assert events["2026-06-19 Việc a"] == "p1.a.once@tthc-desktop"
    assert events["2026-09-30 Rà soát: Việc c"] == "p1.c.2026-Q3@tthc-desktop"
    assert "2026-05-06 Việc z" in events  # after 30/4, 1/5 and a weekend


@pytest.mark.usefixtures("kept")
def test_some_plans_and_only_what_is_due(ask: Ask, tmp_path: Path) -> None:
    out = tmp_path / "lich.ics"
    assert ask("calendar", out, "Kiểm soát thủ tục năm 2026", "p1", "--on", "2026-02-01", "--due-only").status == 0
    assert sorted(read(out)) == [
        "2026-03-31 Việc b",
        "2026-06-19 Việc a",
        "2026-06-30 Việc b",
        "2026-09-30 Việc b",
        "2026-12-31 Việc b",
    ]


@pytest.mark.usefixtures("kept")
def test_the_same_day_gives_the_same_file(ask: Ask, tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        assert ask("calendar", tmp_path / name, "--on", "01/02/2026").status == 0
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("lich.txt",), "không có đuôi .ics"),
        (("lich.ics", "không có"), "Không có kế hoạch nào là “không có”"),
        (("lich.ics", "--on", "31/02/2026"), "Không hiểu ngày “31/02/2026”"),
    ],
)
def test_trouble_is_one_line_and_writes_nothing(
    ask: Ask, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    name, *rest = arguments
    said = ask("calendar", tmp_path / name, *rest)
    assert said.status == 2
    assert is_one_line(said.err)
    assert told in said.err
    assert not (tmp_path / name).exists()


def test_an_empty_office_has_an_empty_calendar(ask: Ask, tmp_path: Path) -> None:
    assert ask("calendar", tmp_path / "lich.ics").status == 0
    assert read(tmp_path / "lich.ics") == {}
