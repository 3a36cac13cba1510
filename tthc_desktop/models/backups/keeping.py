"""Which backups are kept: by days, weeks and months, and never without the last good one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from tthc_desktop.models.backups.values import PROTECTIVE, Backup, Content, Reason

DAYS, WEEKS, MONTHS = 14, 8, 24
"""Of how many of the latest days, weeks and months that have a backup the last one is kept."""
NEWEST = 10
"""How many are kept whatever they are: the steps of the last days."""
ASKED = 24
"""How many of those that the clerk asked for are kept."""
GUARDS = 10
"""How many are kept, of all and of each day, that were made before an import, a merge or the like."""
DAMAGED = 3
"""How many damaged ones are kept, for what may still be found in them."""
TURNS = 5
"""How many are kept after which the office had much less than before."""
_FEW = 4
"""So small a number says nothing when it is halved."""


def dropped(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that are superfluous, the oldest first.

    What counts are days on which backups were made, not days that went by; and those from later than `now`, made by a
    clock that went wrong, are counted by themselves: so no clock drops what is good.
    """
    made = sorted(backups, key=_at)
    sound = [backup for backup in made if backup.sound]
    past, future = ([one for one in sound if (one.at > now) is late] for late in (False, True))
    kept = {id(one) for some in (past, future) for one in _kept(some)}
    kept.update(id(one) for one in [one for one in made if not one.sound][-DAMAGED:])
    return tuple(backup for backup in made if id(backup) not in kept)


def spare(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that may go when the disk is full, in the order in which they are given up.

    First what is superfluous anyway, then the oldest; never the last good one, nor the last before the office had much
    less.
    """
    first = dropped(backups, now)
    gone = {id(one) for one in first}
    left = sorted((one for one in backups if id(one) not in gone), key=_at)
    sound = [one for one in left if one.sound]
    past = [one for one in sound if one.at <= now]
    never = {id(one) for one in (*sound[-1:], *past[-1:], *_turns(sound)[-1:])}
    return (*first, *(one for one in left if id(one) not in never))


def _turns(made: Sequence[Backup]) -> list[Backup]:
    """Return those of sound backups, the oldest first, after which the office had much less."""
    return [before for before, after in pairwise(made) if shrunken(before.content, after.content)]


def shrunken(before: Content, after: Content) -> bool:
    """Tell whether an office has so much less than before that something may be wrong with it.

    Its journal and its kept files never become fewer, so another file has taken its place when they do.
    """
    if after.entries < before.entries or after.files < before.files:
        return True
    counts = (
        *((before.plans, after.plans), (before.tasks, after.tasks), (before.targets, after.targets)),
        *((before.units, after.units), (before.progress, after.progress)),
    )
    return any(was >= _FEW and now * 2 < was for was, now in counts)


def _kept(made: Sequence[Backup]) -> Iterator[Backup]:
    """Yield which of sound backups, the oldest first, are kept."""
    yield from made[-NEWEST:]
    yield from _turns(made)[-TURNS:]
    for span, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        yield from _last_of_each(made, span, most)
    yield from [one for one in made if one.reason is Reason.ASKED][-ASKED:]
    yield from _guards([one for one in made if one.reason in PROTECTIVE])


def _last_of_each(made: Iterable[Backup], span: Callable[[Backup], Hashable], most: int) -> Iterator[Backup]:
    last = {span(one): one for one in made}
    newest = sorted(last.values(), key=_at)
    yield from newest[-most:]


def _guards(made: Sequence[Backup]) -> Iterator[Backup]:
    """Yield the newest, and of each of the latest days the first: the one from before a day's many imports."""
    yield from made[-GUARDS:]
    days: defaultdict[Hashable, list[Backup]] = defaultdict(list)
    for one in made:
        days[_day(one)].append(one)
    yield from [some[0] for some in days.values()][-GUARDS:]


def _at(backup: Backup) -> datetime:
    return backup.at


def _day(backup: Backup) -> Hashable:
    return backup.at.date()


def _week(backup: Backup) -> Hashable:
    return backup.at.isocalendar()[:2]


def _month(backup: Backup) -> Hashable:
    return backup.at.year, backup.at.month
