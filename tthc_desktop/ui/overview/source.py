"""The agenda of the open office for the window: worked out in the background, asked with a filter."""

from collections import Counter
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tthc_desktop.models.agenda.filter import Filter
from tthc_desktop.models.agenda.sifting import Sifted
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.changes import Pairs, name_of
from tthc_desktop.models.days_off import DaysOff, ExchangedDay
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office
from tthc_desktop.storage.agenda.index import AgendaIndex
from tthc_desktop.ui.background import Background, Latest, OnError
from tthc_desktop.ui.overview.filling import Filled, Version, Work, bounds_before, fill, version_of
from tthc_desktop.ui.today import today

_OF_ALL = (Unit, Rules, ExchangedDay)
"""What every plan's agenda rests on."""
SOON, LATER = 60, 1500
"""Milliseconds after the last change until the agenda is worked out, while somebody looks at it and while nobody does:
who types into a plan needs the computer for that."""


class Agenda(QObject):
    """Keeps the index of the agenda up to date; `renewed` is told when it has changed.

    Only the lines of plans that a change touches are worked out again; a newer change ends what is being worked out.
    """

    renewed = Signal()
    closing = Signal()
    """What was found is not to be asked any more."""

    def __init__(self, parent: QObject, office: Office, background: Background, on_error: OnError) -> None:
        super().__init__(parent)
        self.office, self.background, self._on_error = office, background, on_error
        self.days_off = DaysOff()
        self.ready = False
        """Whether all of the agenda was worked out once."""
        self._index = AgendaIndex()
        self._watched = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.renew)
        self._works: Latest[Filled] = Latest(self, background, self._take, on_error)
        self._asks: list[Latest[Sifted]] = []
        self._done: dict[Id, Version] = {}
        self._changes, self._of_all, self._turn = Counter[Id](), 0, 0

    @property
    def working(self) -> bool:
        """Whether a newer agenda is being worked out, or a question answered."""
        return self._soon.isActive() or self._works.working or any(asks.working for asks in self._asks)

    def close(self) -> None:
        """Ask nothing any more."""
        self._turn += 1
        self._soon.stop()
        self.closing.emit()
        self._index.close()

    def watch(self, *, watched: bool) -> None:
        """Say whether somebody looks at the agenda now."""
        self._watched = watched
        if watched and self._soon.isActive():
            self._soon.start(0)

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Work out again what a change touches."""
        touched = tuple(_touched(pairs))
        if touched:
            self._of_all += None in touched
            self._changes.update(plan_id for plan_id in touched if plan_id is not None)
            self._soon.start(SOON if self._watched else LATER)

    def renew(self) -> None:
        """Work out what is stale, and how it stands today."""
        self._turn += 1
        turn, holdings, on = self._turn, self.office.holdings, today()
        work = Work(holdings, on, version_of(self._of_all, self._changes, bounds_before(holdings, on)))
        index, done = self._index, self._done
        self._works.ask(lambda job: fill(work, index, done, lambda: job.cancelled or turn != self._turn))

    def _take(self, filled: Filled) -> None:
        self.days_off = filled.days_off
        if filled.whole:
            self.ready = True
        else:
            self.renew()
        self.renewed.emit()

    def asking(self, owner: QObject, on_result: Callable[[Sifted], None]) -> Callable[[Filter], None]:
        """Return what asks with a filter; the answer comes later, and only that to the newest question."""
        asks: Latest[Sifted] = Latest(owner, self.background, on_result, self._on_error)
        self._asks.append(asks)
        asks.destroyed.connect(lambda: self._asks.remove(asks))
        index = self._index

        def ask(asked: Filter) -> None:
            on = today()
            asks.ask(lambda _job: index.ask(asked, on))

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
