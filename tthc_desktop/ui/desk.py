"""The open office in the window: its pages kept up to date, its commands enabled and handed on."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from tthc_desktop.errors import UserError
from tthc_desktop.ui.controls import shown

if TYPE_CHECKING:
    from tthc_desktop.documents.reading.draft import Draft
    from tthc_desktop.models.backups.values import Reason
    from tthc_desktop.models.changes import Change, Pairs
    from tthc_desktop.models.identity import Id
    from tthc_desktop.models.plan import Plan
    from tthc_desktop.office import Office
    from tthc_desktop.ui.keeping_safe import KeepingSafe
    from tthc_desktop.ui.main_window import MainWindow
    from tthc_desktop.ui.offering.usual_values import UsualValues
    from tthc_desktop.ui.overview.reminding import Reminding
    from tthc_desktop.ui.overview.source import Agenda
    from tthc_desktop.ui.plan.page import PlanPage

NEEDS_OFFICE = (
    *("new", "import", "import_folder", "import_tables", "sample", "save", "legal", "find_everywhere"),
    *("receive", "receive_folder", "excel_all", "everything", "units", "days", "regimes", "overview", "calendar"),
    *("backups", "bin", "check_office", "particulars", "sample_office"),
)
OF_OFFICE = (
    *("new", "new_from_copy", "roll_forward", "sample", "import", "import_folder", "legal", "find_everywhere"),
    *("delete", "keep_version", "issue", "receive_signed", "corrected", "versions", "compare", "print", "pdf", "word"),
    *("excel", "excel_all", "everything", "receive", "receive_folder", "import_tables", "send", "units", "days"),
    *("regimes", "progress", "targets", "overview", "calendar", "reports", "refresh_report", "remind", "assign"),
    *("follow_up", "hand_over", "pdf_apart", "ruler", "check_print", "sign_here", "marks", "backups", "bin"),
    "check_office",
    *("particulars", "sample_office"),
)
"""The commands that stand in `ui/office_commands.py`."""


class Desk(QObject):
    """The office and its commands. Heavy modules are imported when a command needs them."""

    heard = Signal(object)
    """The pairs of a change that was made, undone or redone."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.office: Office | None = None
        self.drafts: dict[Id, Draft] = {}
        """How the plans that came in since the start were read: what is doubtful in them, and where it stands."""
        self.agenda: Agenda | None = None
        self.reminding: Reminding | None = None
        self.safe: KeepingSafe | None = None
        """What backs the office up; None for one that is thrown away."""
        self._stop_listening: Callable[[], None] | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands by name."""
        return {
            **{name: self._of_office(name) for name in OF_OFFICE},
            "save": self.save,
            "undo": self.undo,
            "redo": self.redo,
            "tray": lambda: self.reminding.tray.turn() if self.reminding else None,
        }

    def _of_office(self, name: str) -> Callable[[], object]:
        def act() -> None:
            from tthc_desktop.ui.office_commands import COMMANDS  # noqa: PLC0415 - not needed before the first paint

            COMMANDS[name](self._window)

        return act

    # The office

    def open(self, office: "Office") -> None:
        """Work with this office from now on."""
        self.office = office
        self._stop_listening = office.listen(self._heard)
        self._window.status.say_saved()
        self._window.start.picked.connect(self.open_plan)
        self._window.start.unwanted.connect(self._of_office("delete"))
        self._list_plans()
        self._take_drops()
        self.follow()
        self._window.refresh()

    def _take_drops(self) -> None:
        from tthc_desktop.ui.merging.dropping import Drops  # noqa: PLC0415 - not needed before the first paint

        Drops(self._window)

    def follow(self) -> None:
        """Work out in the background what is due, and remind of it; try again where that could not begin."""
        from tthc_desktop.ui.overview.reminding import Reminding  # noqa: PLC0415 - not needed before the first paint
        from tthc_desktop.ui.overview.source import Agenda  # noqa: PLC0415

        if self.office is None or self.agenda is not None:
            return
        try:
            self.agenda = Agenda(self, self.office, self._window.background, self._window.show_trouble)
        except UserError as error:
            self._window.messages.trouble(error)
            return
        self.heard.connect(self.agenda.hear)
        self.reminding = Reminding(self._window, self.agenda)
        self.agenda.renew()

    def keep_safe(self, office: "Office") -> None:
        """Back this office up from now on: on each day, before much changes, and at its end."""
        from tthc_desktop.ui.keeping_safe import KeepingSafe  # noqa: PLC0415 - not needed before the first paint

        self.safe = KeepingSafe(self._window, office.path)
        self._window.status.backups_asked.connect(self._of_office("backups"))
        self.safe.begin_day()

    def guard(self, reason: "Reason") -> bool:
        """Back up what is now before much changes; false, and told, where that cannot be and nothing is to change."""
        return self.safe is None or self.safe.guard(reason)

    def close(self) -> None:
        """Close the office, and back up what has changed in it."""
        if self.reminding is not None:
            self.reminding.leave()
        if self.agenda is not None:
            self.agenda.close()
        if self._stop_listening is not None:
            self._stop_listening()
        if self.office is not None:
            self.office.close()
        if self.safe is not None:
            self.safe.close()
        self.office, self.agenda, self.safe, self._stop_listening = None, None, None, None

    def apply(self, change: "Change", guarded: "Reason | None" = None) -> bool:
        """Make a change, which may be one to be backed up before; known trouble is shown in the window.

        What is given up when all is closed is not made.
        """
        if self.office is None or (guarded is not None and not self.guard(guarded)):
            return False
        try:
            self.office.change(change)
        except UserError as error:
            self._window.messages.trouble(error)
            return False
        return True

    def _heard(self, pairs: "Pairs") -> None:
        from tthc_desktop.models.changes import pairs_of  # noqa: PLC0415 - not needed before the first paint
        from tthc_desktop.models.plan import Plan  # noqa: PLC0415

        for before, after in pairs_of(Plan, pairs):
            changed = after or before
            for page in self._window.all_pages():
                if changed is not None and page.plan_id == changed.id:
                    self._update(page, after)
        self.heard.emit(pairs)
        self._window.status.say_saved()
        self._window.messages.outdate()
        self._list_plans()
        self._window.refresh()

    def _update(self, page: QObject, plan: "Plan | None") -> None:
        from tthc_desktop.ui.plan.page import PlanPage  # noqa: PLC0415 - not needed before the first paint

        if isinstance(page, PlanPage):
            if plan is None:
                self._window.drop_page(page)
            else:
                page.show_plan(plan)

    def _list_plans(self) -> None:
        from tthc_desktop.ui.listing import listing  # noqa: PLC0415 - not needed before the first paint
        from tthc_desktop.ui.plans_list import Listed  # noqa: PLC0415

        office = self.office
        assert office is not None
        self._window.start.renew(lambda: tuple(Listed(*line) for line in listing(office.plans)))

    def refresh(self, commands: dict[str, QAction]) -> None:
        """Say what can be done, undone and redone now."""
        office = self.office
        for name in NEEDS_OFFICE:
            commands[name].setEnabled(office is not None)
        for name, can in self._can_live().items():
            commands[name].setEnabled(can)
        undo = office.undo_label if office else ""
        redo = office.redo_label if office else ""
        _name(commands["undo"], "Hoàn tác", undo, "Ctrl+Z")
        _name(commands["redo"], "Làm lại", redo, "Ctrl+Y")

    def _can_live(self) -> dict[str, bool]:
        """Return which steps of its life the plan in front, or the chosen one, can take."""
        plans = self.office.plans if self.office else {}
        plan = plans.get(self._window.page().chosen_plan())
        stage = plan.stage.value if plan else ""
        return {
            "new_from_copy": plan is not None,
            "roll_forward": self.office is not None,
            "keep_version": stage == "draft",
            "issue": stage == "draft",
            "receive_signed": stage == "draft",
            "check_print": plan is not None,
            "hand_over": stage in {"draft", "issued"},
            "sign_here": stage == "draft",
            "marks": stage == "draft",
            "versions": plan is not None,
            "compare": len(plans) > 1,
            "corrected": plan is not None,
            "targets": any(one.drawn is None for one in plans.values()),
            "send": plan is not None and stage != "kept" and plan.drawn is None,
            "progress": any(one.drawn is None for one in plans.values()),
        }

    # Commands

    def open_plan(self, plan_id: "Id") -> "PlanPage | None":
        """Bring the page of a plan to the front."""
        from tthc_desktop.ui.plan.furnishing import furnish  # noqa: PLC0415 - not needed before the first paint
        from tthc_desktop.ui.plan.page import PlanPage  # noqa: PLC0415

        assert self.office is not None
        for page in self._window.all_pages():
            if isinstance(page, PlanPage) and page.plan_id == plan_id:
                self._window.pages.setCurrentWidget(page)
                return page
        if plan_id not in self.office.plans:
            return None
        window = self._window
        plan, draft = self.office.plans[plan_id], self.drafts.get(plan_id)
        page = PlanPage(plan, self.apply, window.background, window.memory, draft)
        page.lock_bar.draft_wanted.connect(lambda: self._take_up(page.plan))
        page.lock_bar.versions_wanted.connect(self._of_office("versions"))
        page.usual = self.usual
        furnish(page, self.office, self, window.background)
        window.add_page(page)
        page.surface.setFocus()
        if plan.drawn is not None:
            from tthc_desktop.ui.reports.opening import watch_report  # noqa: PLC0415 - not needed for a plan

            watch_report(window, plan)
        return page

    @cached_property
    def usual(self) -> "UsualValues":
        """What the office usually writes, kept versions of plans left out."""
        from tthc_desktop.models.editing.life import is_version  # noqa: PLC0415 - not needed before the first paint
        from tthc_desktop.ui.offering.usual_values import UsualValues  # noqa: PLC0415

        office = self.office
        assert office is not None
        return UsualValues(lambda: (plan for plan in office.plans.values() if not is_version(plan, office.plans)))

    def _take_up(self, plan: "Plan") -> None:
        from tthc_desktop.ui.life.keeping import take_up  # noqa: PLC0415 - not needed before the first paint

        take_up(self._window, plan)

    def save(self) -> None:
        """Take what is typed; everything else is on the disk already."""
        self._window.page().commit()
        self._window.status.say_saved()

    def undo(self) -> None:
        """Take back the last change, after taking what is being typed."""
        self._window.page().commit()
        self._turn_back(back=True)

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._window.page().commit()
        self._turn_back(back=False)

    def _turn_back(self, *, back: bool) -> None:
        from tthc_desktop.ui.turning_back import turn_back  # noqa: PLC0415 - not needed before the first paint

        turn_back(self._window, back=back)


def _name(action: QAction, verb: str, label: str, key: str) -> None:
    action.setEnabled(bool(label))
    words = f"{verb}: {label}" if label else verb
    action.setText(shown(words))
    action.setIconText(verb)
    action.setToolTip(f"{words} ({key})")
