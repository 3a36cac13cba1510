"""Which backups are kept, whatever the clock, the office and the disk do."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.backups import keeping
from tthc_desktop.models.backups.keeping import dropped, shrunken, spare
from tthc_desktop.models.backups.values import Backup, Content, Reason

NOW = datetime(2026, 11, 27, 17, 0, tzinfo=UTC)
FULL = Content(plans=10, tasks=400, targets=40, units=20, progress=900, files=12, entries=500)


def backup(at: datetime, reason: Reason = Reason.DAY, *, content: Content = FULL, sound: bool = True) -> Backup:
    return Backup(at, reason, "0005", content, "d", "s", 1_000, sound)


def daily(days: int) -> list[Backup]:
    """Return two backups of each of so many days, the last of which is today."""
    days_ago = (NOW - timedelta(days=ago) for ago in reversed(range(days)))
    return [backup(at.replace(hour=hour)) for at in days_ago for hour in (8, 16)]


def kept(backups: Sequence[Backup], now: datetime = NOW) -> list[Backup]:
    gone = dropped(backups, now)
    return [one for one in backups if not any(one is other for other in gone)]


def run(backups: Sequence[Backup]) -> list[Backup]:
    """Return what is left when each backup is made in its turn and the superfluous go at once."""
    left: list[Backup] = []
    for one in backups:
        left = kept([*left, one], one.at)
    return left


def test_the_last_of_each_of_fourteen_days_is_kept() -> None:
    left = run(daily(400))
    days = [one.at.date() for one in left]
    for ago in range(14):
        day = (NOW - timedelta(days=ago)).date()
        assert [one.at.hour for one in left if one.at.date() == day][-1] == 16
    older = days[: -keeping.NEWEST]
    assert len(older) == len(set(older))


def test_the_last_steps_are_all_kept() -> None:
    made = daily(20)
    assert run(made)[-keeping.NEWEST :] == made[-keeping.NEWEST :]


def test_weeks_reach_further_back_than_days_and_months_further_than_weeks() -> None:
    left = run(daily(1000))
    assert len({one.at.isocalendar()[:2] for one in left if one.at > NOW - timedelta(weeks=8)}) >= 8
    months = {(one.at.year, one.at.month) for one in left}
    assert len(months) == 24
    assert len(left) < 60


def test_an_office_that_is_seldom_opened_keeps_what_it_has() -> None:
    yearly = [backup(NOW.replace(year=year)) for year in range(2010, 2027)]
    assert kept(yearly) == yearly


@given(st.lists(st.tuples(st.integers(0, 3000), st.sampled_from(Reason), st.booleans(), st.integers(0, 900))))
def test_the_newest_sound_one_is_never_dropped(made: list[tuple[int, Reason, bool, int]]) -> None:
    backups = [
        backup(NOW - timedelta(hours=hours), reason, content=replace(FULL, entries=entries), sound=sound)
        for hours, reason, sound, entries in made
    ]
    good = [one for one in kept(backups) if one.sound]
    if any(one.sound for one in backups):
        assert max(one.at for one in good) == max(one.at for one in backups if one.sound)
    left = kept(backups)
    assert kept(left) == left


@given(st.integers(1, 40), st.booleans())
def test_no_number_of_damaged_or_shrunken_ones_pushes_the_last_good_one_out(days: int, damaged: bool) -> None:
    good = backup(NOW - timedelta(days=days + 1))
    small = Content(plans=1, tasks=2, entries=3)
    later = [backup(NOW - timedelta(days=days, minutes=-n), content=small, sound=not damaged) for n in range(days * 20)]
    assert good in run([good, *later])
    assert good not in spare([good, *later], NOW)


def test_a_clock_that_goes_wrong_drops_nothing_good() -> None:
    right = daily(60)
    dead_battery = backup(datetime(2000, 1, 1, tzinfo=UTC))
    far_future = [backup(datetime(2099, 1, day, tzinfo=UTC)) for day in range(1, 29)]
    before = kept(right)
    assert kept([*before, dead_battery], dead_battery.at) == [*before, dead_battery]
    left = kept([*before, *far_future], NOW)
    assert [one for one in left if one.at <= NOW] == before
    assert kept([*before, far_future[0]], far_future[0].at)[-2:] == [before[-1], far_future[0]]


def test_a_day_of_many_imports_keeps_the_state_before_the_first() -> None:
    morning = NOW.replace(hour=7)
    imports = [backup(morning + timedelta(minutes=n), Reason.IMPORT) for n in range(500)]
    left = run(imports)
    assert left[0] is imports[0]
    assert left[-1] is imports[-1]
    assert len(left) <= 12


def test_what_the_clerk_asked_for_stays_while_days_go_by() -> None:
    asked = backup(NOW - timedelta(days=30), Reason.ASKED)
    assert asked in run([asked, *(one for one in daily(60) if one.at > asked.at)])


def test_on_a_full_disk_the_superfluous_go_first_and_then_the_oldest() -> None:
    made = daily(40)
    order = spare(made, NOW)
    superfluous = dropped(made, NOW)
    assert order[: len(superfluous)] == superfluous
    rest = order[len(superfluous) :]
    assert list(rest) == sorted(rest, key=lambda one: one.at)
    assert made[-1] not in order
    assert len(order) == len(made) - 1


def test_an_office_with_fewer_entries_or_files_is_another_one() -> None:
    assert shrunken(FULL, replace(FULL, entries=499))
    assert shrunken(FULL, replace(FULL, files=11))
    assert not shrunken(FULL, replace(FULL, entries=501, tasks=398))


def test_half_of_anything_gone_is_much() -> None:
    assert shrunken(FULL, replace(FULL, entries=501, tasks=199))
    assert shrunken(FULL, replace(FULL, entries=501, plans=4))
    assert not shrunken(replace(FULL, plans=3), replace(FULL, plans=1, entries=501))
