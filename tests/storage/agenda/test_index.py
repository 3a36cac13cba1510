"""The index answers as the values do: the same lines in the same order, the same figures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.strategies import days, fresh_id, reports
from tests.strategies import progress as any_progress
from tthc_desktop.models.agenda.agenda import AgendaLine
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import Sifted, sift, stand
from tthc_desktop.models.agenda.values import Occurrence, OccurrenceKind
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.models.units.assigning import HELPS, LEADS
from tthc_desktop.storage.agenda.found import PAGE
from tthc_desktop.storage.agenda.index import AgendaIndex
from tthc_desktop.storage.agenda.spoken import read, written

ON = date(2025, 6, 16)
PLANS = ("p1", "p2", "p3")
UNITS = {"": "", "u1": "Phòng Kiểm soát", "u2": "Sở Y tế", "u3": "Văn phòng"}
near = st.integers(-40, 40).map(lambda days_off: ON + timedelta(days_off))
any_day = near | days()


def statuses() -> SearchStrategy[Said]:
    return st.sampled_from((*Status, "xong rồi", "")).map(Said)


def progress() -> SearchStrategy[Progress]:
    said = st.builds(
        lambda said, status, day: {**said, Field.STATUS: status, Field.DAY: Said(day.isoformat())},
        *(reports(), statuses(), any_day),
    )
    period = st.sampled_from(("", "2025-Q2", "2025-06"))
    return st.builds(lambda said, period: Progress(fresh_id(), "p", "w", "u", said, period), said | reports(), period)


def occurrences() -> SearchStrategy[Occurrence]:
    period, day = st.sampled_from(("", "2025-Q2", "2025-06", "event:1")), st.none() | any_day
    return st.builds(
        *(Occurrence, st.just("w"), st.sampled_from(OccurrenceKind), period, day, day, st.integers(0, 2)),
        *(st.sampled_from(("", "khi có quyết định")), st.sampled_from(("", "Ngày nghỉ"))),
    )


def lines(plan_id: Id) -> SearchStrategy[AgendaLine]:
    content = st.sampled_from(("Rà soát thủ tục đất đai", "Công bố quyết định", "Tập huấn y tế"))
    return st.builds(
        lambda unit, work, part, number, content, occurrence, *more: AgendaLine(
            *(plan_id, work, unit, UNITS[unit], part, number, content, "Quý II/2025"),
            *(replace(occurrence, work_id=work), *more),
        ),
        *(st.sampled_from(sorted(UNITS)), st.sampled_from(("w1", "w2")), st.sampled_from((LEADS, HELPS, ""))),
        *(st.sampled_from(("1", "2.a")), content, occurrences(), st.none() | progress()),
        *(st.booleans(), st.booleans(), st.booleans()),
    )


def filters() -> SearchStrategy[Filter]:
    words = st.sampled_from(("", "", "ra soat", "Y TẾ", "dat dai van phong", "2.a", "kiem soat ra", "không có", "%_'"))
    some = st.lists(st.sampled_from(("p1", "p3", "khác")), max_size=2).map(tuple)
    units = st.lists(st.sampled_from(("", "u1", "u2", "khác")), max_size=2).map(tuple)
    known = st.lists(st.sampled_from((*Status, "khác")), max_size=2).map(tuple)
    kinds = st.lists(st.sampled_from(OccurrenceKind), max_size=2).map(tuple)
    return st.builds(
        *(Filter, words, some, units, known, kinds, st.none() | any_day, st.none() | any_day),
        *(st.none() | st.integers(0, 9), st.booleans(), st.none() | st.sampled_from((2024, 2025))),
        *(st.booleans(), st.booleans(), st.booleans()),
    )


@pytest.fixture(scope="module")
def index() -> Iterator[AgendaIndex]:
    made = AgendaIndex()
    yield made
    made.close()


@given(data=st.data(), on=st.just(ON) | near)
def test_it_answers_as_the_values_do(index: AgendaIndex, data: st.DataObject, on: date) -> None:
    agenda = {plan: data.draw(st.lists(lines(plan), max_size=8)) for plan in PLANS}
    for place, (plan, of_plan) in enumerate(agenda.items()):
        index.put(plan, place, of_plan)
    every = stand((line for of_plan in agenda.values() for line in of_plan), on)

    for asked in (Filter(helping=True), *data.draw(st.lists(filters(), min_size=1, max_size=3))):
        agree(index, asked, on, sift(every, asked, on))


def agree(index: AgendaIndex, asked: Filter, on: date, wanted: Sifted) -> None:
    found = index.ask(asked, on)
    assert list(found.found) == list(wanted.found)
    assert replace(found, found=()) == replace(wanted, found=())


@given(said=any_progress())
def test_what_was_said_comes_back_as_it_was(said: Progress) -> None:
    assert read(written(said)) == said


def test_a_plan_is_put_anew_and_plans_that_are_gone_leave(index: AgendaIndex) -> None:
    line = AgendaLine("p1", "w", "u1", "Phòng", LEADS, "1", "Rà soát", "", Occurrence("w", OccurrenceKind.DUE, due=ON))
    for place, plan in enumerate(PLANS):
        index.put(plan, place, [replace(line, plan_id=plan)] * 2)

    index.put("p2", 1, [replace(line, plan_id="p2", content="Công bố")])
    index.leave(("p3", "p2"))

    assert index.plan_ids == ("p3", "p2")
    found = index.ask(Filter(), ON).found
    assert [(one.line.plan_id, one.line.content) for one in found] == [("p3", "Rà soát")] * 2 + [("p2", "Công bố")]


def test_what_was_found_stays_while_the_index_goes_on(index: AgendaIndex) -> None:
    line = AgendaLine("p1", "w", "u1", "Phòng", LEADS, "1", "Rà soát", "", Occurrence("w", OccurrenceKind.DUE, due=ON))
    index.leave(())
    index.put("p1", 0, [replace(line, number=str(number)) for number in range(3 * PAGE)])
    found = index.ask(Filter(), ON).found
    index.put("p1", 0, [])

    assert [found[at].line.number for at in (0, PAGE, -1)] == ["0", str(PAGE), str(3 * PAGE - 1)]
    assert [one.line.number for one in found[PAGE - 1 : PAGE + 1]] == [str(PAGE - 1), str(PAGE)]
    assert len(index.ask(Filter(), ON).found) == 0
    with pytest.raises(IndexError):
        found[3 * PAGE]


def test_a_plan_whose_lines_fail_stays_as_it_was(index: AgendaIndex) -> None:
    line = AgendaLine("p1", "w", "u1", "Phòng", LEADS, "1", "Rà soát", "", Occurrence("w", OccurrenceKind.DUE, due=ON))
    index.leave(())
    index.put("p1", 0, [line])

    def failing() -> Iterator[AgendaLine]:
        yield line
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        index.put("p1", 0, failing())
    assert [one.line for one in index.ask(Filter(), ON).found] == [line]


def test_the_index_is_asked_while_it_is_written(index: AgendaIndex) -> None:
    line = AgendaLine("p1", "w", "u1", "Phòng", LEADS, "1", "Rà soát", "", Occurrence("w", OccurrenceKind.DUE, due=ON))
    index.leave(())
    index.put("p1", 0, [line])
    index.ask(Filter(), ON)
    counted: list[int] = []

    def slow() -> Iterator[AgendaLine]:
        yield line
        asking = Thread(target=lambda: counted.append(len(index.ask(Filter(), ON).found)))
        asking.start()
        asking.join(10)
        yield line

    index.put("p1", 0, slow())
    assert counted == [1]
    assert len(index.ask(Filter(), ON).found) == 2


def test_nothing_is_left_of_a_closed_index() -> None:
    index = AgendaIndex()
    folder = index._path.parent
    index.put("p1", 0, [])
    index.ask(Filter(), ON)

    index.close()

    assert not folder.exists()


def test_an_index_that_is_closed_while_it_is_written_goes_then() -> None:
    index = AgendaIndex()

    def closing() -> Iterator[AgendaLine]:
        index.close()
        assert index._path.exists()
        yield from ()

    index.put("p1", 0, closing())

    assert not index._path.parent.exists()
