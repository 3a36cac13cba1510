"""The agenda of the open office for the window: worked out in the background, asked with a filter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from tthc_desktop.models.agenda.agenda import AgendaLine, Following, followed
from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.periods import years_of
from tthc_desktop.models.agenda.sifting import Sifted, Standing, sift, stand
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.changes import Pairs, name_of
from tthc_desktop.models.days_off import DaysOff, ExchangedDay, days_off
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office
from tthc_desktop.public_holidays import public_holidays
from tthc_desktop.ui.background import Background, Latest, OnError
from tthc_desktop.ui.today import today

_OF_ALL = (Unit, Rules, ExchangedDay)
"""What every plan's agenda rests on."""
Lines = Mapping[Id, Sequence[AgendaLine]]


class Worked(NamedTuple):
    """The agenda as it was worked out: by plan, and as it stands on a day."""

    by_plan: Lines
    on: date
    standing: tuple[Standing, ...]
    days_off: DaysOff


def work_out(holdings: Holdings, known: Lines, on: date) -> Worked:
    """Return the agenda; the lines of a plan that are known are not worked out again."""
    days = calendar(holdings, on)
    following: Following | None = None
    found: dict[Id, Sequence[AgendaLine]] = {}
    for plan in followed(holdings.plans):
        if plan.id in known:
            found[plan.id] = known[plan.id]
            continue
        following = following or Following(holdings, days, on)
        found[plan.id] = tuple(following.lines(plan))
    return Worked(found, on, stand((line for lines in found.values() for line in lines), on), days)


def calendar(holdings: Holdings, on: date) -> DaysOff:
    """Return the days off of the years that the office's plans may speak of."""
    years = years_of(holdings.plans.values(), on)
    return days_off(public_holidays(years), holdings.exchanged_days.values())


class Agenda(QObject):
    """Knows the newest agenda of the office; `renewed` is told when it has changed."""

    renewed = Signal()

    def __init__(self, parent: QObject, office: Office, background: Background, on_error: OnError) -> None:
        super().__init__(parent)
        self._office, self.background, self._on_error = office, background, on_error
        self._works: Latest[Worked] = Latest(self, background, self._take, on_error)
        self._worked: Worked | None = None
        self._asks: list[Latest[Sifted]] = []
        self._stale: set[Id] = set()
        self._all_stale = False

    @property
    def ready(self) -> bool:
        """Whether the agenda was worked out once."""
        return self._worked is not None

    @property
    def working(self) -> bool:
        """Whether a newer agenda is being worked out, or a question answered."""
        return self._works.working or any(asks.working for asks in self._asks)

    @property
    def office(self) -> Office:
        """The office whose agenda it is."""
        return self._office

    @property
    def days_off(self) -> DaysOff:
        """The days off of the office."""
        return self._worked.days_off if self._worked else DaysOff()

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Work out again what a change touches."""
        touched = tuple(_touched(pairs))
        if touched:
            self._all_stale = self._all_stale or None in touched
            self._stale |= {plan_id for plan_id in touched if plan_id is not None}
            self.renew()

    def renew(self) -> None:
        """Work out what is stale, and how it stands today."""
        holdings, on = self._office.holdings, today()
        known = self._known(on)
        self._works.ask(lambda _job: work_out(holdings, known, on))

    def _known(self, on: date) -> Lines:
        """Return the lines that still hold on a day; what is stale stays so until newer lines are there."""
        if self._worked is None or self._all_stale or self._worked.on != on:
            return {}
        return {plan_id: lines for plan_id, lines in self._worked.by_plan.items() if plan_id not in self._stale}

    def _take(self, worked: Worked) -> None:
        self._worked, self._stale, self._all_stale = worked, set(), False
        self.renewed.emit()

    def asking(self, owner: QObject, on_result: Callable[[Sifted], None]) -> Callable[[Filter], None]:
        """Return what asks with a filter; the answer comes later, and only that to the newest question."""
        asks: Latest[Sifted] = Latest(owner, self.background, on_result, self._on_error)
        self._asks.append(asks)
        asks.destroyed.connect(lambda: self._asks.remove(asks))

        def ask(asked: Filter) -> None:
            worked = self._worked
            if worked is not None:
                asks.ask(lambda _job: sift(worked.standing, asked, worked.on))

        return ask


def _touched(pairs: Pairs) -> Iterable[Id | None]:
    """Yield the plans whose agenda may differ after a change, None for all of them."""
    for pair in pairs:
        kind = name_of(pair).kind
        if kind in _OF_ALL:
            yield None
        for value in pair:
            if isinstance(value, Plan):
                yield value.id
            elif isinstance(value, Progress | FollowUp):
                yield value.plan_id
