"""Hoàn tác and Làm lại: the change is taken back or made again, and what it was about is brought into sight."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.filter import SavedFilter
from tthc_desktop.models.changes import Kept, Pairs, name_of, pairs_of
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.editing.life import is_version
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.days.opening import reveal_days
from tthc_desktop.ui.legal.opening import reveal
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.overview.opening import open_overview
from tthc_desktop.ui.particulars.opening import open_particulars
from tthc_desktop.ui.progress.opening import reveal_progress
from tthc_desktop.ui.regimes.opening import reveal_regimes
from tthc_desktop.ui.targets.opening import is_about_targets, reveal_targets
from tthc_desktop.ui.units.opening import reveal_units

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow

_PAGES: tuple[tuple[frozenset[type[Kept]], Callable[["MainWindow", Pairs], object]], ...] = (
    (frozenset({LegalDocument}), reveal),
    (frozenset({Unit}), reveal_units),
    (frozenset({Particulars, Unit}), lambda window, _: open_particulars(window)),
    (frozenset({ExchangedDay, Rules}), reveal_days),
    (frozenset({Regime}), reveal_regimes),
    (frozenset({SavedFilter}), lambda window, _: open_overview(window)),
)
"""The pages of what a change may be about; the first that knows all its kinds is shown."""
MANY = 3
"""A change of so many plans opens none of them when it is taken back."""


def turn_back(window: "MainWindow", *, back: bool) -> None:
    """Take back the last change, or make the one again that was taken back last."""
    office = window.desk.office
    if office is None or not (office.undo_label if back else office.redo_label):
        return
    try:
        made = office.undo() if back else office.redo()
    except UserError as error:
        window.messages.trouble(error)
        return
    _reveal(window, made.pairs)
    if back and any(new is None for _, new in pairs_of(Plan, made.pairs)):
        window.messages.tell(Kind.INFO, f"Đã hoàn tác: {made.label}.", "", ("Làm lại", window.desk.redo))
    if back and made.pairs and all(new is None for _, new in made.pairs) and pairs_of(Sending, made.pairs):
        what, advice = f"Đã hoàn tác: {made.label}.", "Các tệp đã ghi vẫn còn trong thư mục."
        window.messages.tell(Kind.INFO, what, advice, ("Làm lại", window.desk.redo))


def _reveal(window: "MainWindow", pairs: Pairs) -> None:
    """Bring into sight what the pairs are about, when they are all about one thing."""
    kinds = {name_of(pair).kind for pair in pairs}
    show = next((show for about, show in _PAGES if kinds and kinds <= about), None)
    if show is not None:
        show(window, pairs)
    elif is_about_targets(pairs):
        reveal_targets(window, pairs)
        return
    elif Progress in kinds and kinds <= {Progress, Sending}:
        reveal_progress(window, pairs)
    _reveal_plans(window, pairs)


def _reveal_plans(window: "MainWindow", pairs: Pairs) -> None:
    office = window.desk.office
    plans = office.plans if office else {}
    changed = [(old, new) for old, new in pairs_of(Plan, pairs) if not (new and is_version(new, plans))]
    for before, after in changed if len(changed) < MANY else ():
        page = window.desk.open_plan(after.id) if after else None
        if page and before and after:
            page.reveal_change(before, after)
