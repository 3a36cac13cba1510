"""The index is filled plan by plan: only what is stale, ended at once when it is not wanted any more."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.models.agenda.offices import OFFICE, office, plan, said
from tests.ui.overview.offices import MORNING
from tthc_desktop.models.agenda.agenda import agendas
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import sift, stand
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.text import plain
from tthc_desktop.office_days import days_off_of
from tthc_desktop.storage.agenda.index import AgendaIndex
from tthc_desktop.ui.overview import filling
from tthc_desktop.ui.overview.filling import Version, Work, bounds_before, fill, version_of

ON = MORNING.date().replace(year=2025)
ONE = plan((OFFICE.name, "", "30/6/2025"), (OFFICE.name, "", "Hằng tháng"), id_="one")
TWO = plan((OFFICE.name, "", "Thường xuyên"), id_="two")


@pytest.fixture
def index() -> Iterator[AgendaIndex]:
    """Return an empty index."""
    made = AgendaIndex()
    yield made
    made.close()


def work(holdings: Holdings, all_: int = 0, **own: int) -> Work:
    return Work(holdings, ON, version_of(all_, own, bounds_before(holdings, ON)))


def filled(index: AgendaIndex, asked: Work, done: dict[Id, Version], most: int = 1000) -> list[Id]:
    """Fill, and return the plans that were worked out; the work is over after so many lines."""
    before, left = dict(done), [most]

    def is_over() -> bool:
        left[0] -= 1
        return left[0] < 0

    fill(asked, index, done, is_over)
    return [plan_id for plan_id in done if done[plan_id] != before.get(plan_id)]


def same(index: AgendaIndex, holdings: Holdings) -> bool:
    days = days_off_of(holdings, ON)
    expected = sift(stand(agendas(holdings, days, ON), ON), Filter(), ON)
    found = index.ask(Filter(), ON)
    return [one.line for one in found.found] == [one.line for one in expected.found]


def test_the_newest_plan_comes_first_and_only_stale_ones_again(index: AgendaIndex) -> None:
    done: dict[Id, Version] = {}
    holdings = office([ONE, TWO])
    assert filled(index, work(holdings), done) == ["two", "one"]
    assert same(index, holdings)
    assert filled(index, work(holdings), done) == []
    told = office([ONE, TWO], [said("t1", OFFICE.id, Status.DONE, plan_id="one")])
    assert filled(index, work(told, one=1), done) == ["one"]
    assert same(index, told)
    assert filled(index, work(told, 1, one=1), done) == ["two", "one"], "days off have changed"


def test_a_plan_that_is_gone_leaves_the_index(index: AgendaIndex) -> None:
    done: dict[Id, Version] = {}
    filled(index, work(office([ONE, TWO])), done)
    filled(index, work(office([TWO])), done)
    assert index.plan_ids == ("two",)
    assert set(done) == {"two"}
    filled(index, work(office([ONE, TWO])), done)
    assert same(index, office([ONE, TWO])), "brought back by Hoàn tác"


def test_what_is_ended_early_leaves_the_plan_as_it_was_and_goes_on_later(index: AgendaIndex) -> None:
    done: dict[Id, Version] = {}
    holdings = office([ONE, TWO])
    filled(index, work(holdings), done)
    task = replace(ONE.tasks["t1"], content=plain("Việc khác"))
    newer = office([replace(ONE, tasks={**ONE.tasks, "t1": task}), TWO])
    assert filled(index, work(newer, one=1), done, most=1) == []
    assert same(index, holdings)
    assert filled(index, work(newer, one=1), done) == ["one"]
    assert same(index, newer)


def test_the_work_is_done_turn_by_turn(index: AgendaIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    done: dict[Id, Version] = {}
    holdings = office([ONE, TWO])
    monkeypatch.setattr(filling, "monotonic", iter((0.0, 0.0, 2.0, 2.0, 2.0, 2.0)).__next__)
    first = fill(work(holdings), index, done, lambda: False)
    assert (first.whole, list(done)) == (False, ["two"])
    assert fill(work(holdings), index, done, lambda: False).whole
    assert same(index, holdings)


def test_units_that_come_and_go_make_the_agenda_stale_from_their_day() -> None:
    gone = office([ONE])
    units = {OFFICE.id: replace(OFFICE, valid_to=date(2025, 6, 30))}
    holdings = replace(gone, units={**gone.units, **units})
    assert bounds_before(holdings, date(2025, 6, 30)) == bounds_before(gone, ON)
    assert bounds_before(holdings, date(2025, 7, 1)) == bounds_before(gone, ON) + 1
