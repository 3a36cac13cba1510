"""What every step of a plan's life asks of the open office."""

from typing import TYPE_CHECKING

from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def plans_of(window: "MainWindow") -> tuple[Plan, ...]:
    """Return the plans of the office, the newest first."""
    office = window.desk.office
    return tuple(office.plans.values())[::-1] if office else ()


def chosen_plan(window: "MainWindow") -> Plan | None:
    """Return the plan in front, or the one chosen on the start page, with what was being typed."""
    page = window.page()
    page.commit()
    office = window.desk.office
    return office.plans.get(page.chosen_plan()) if office else None


def add_plan(window: "MainWindow", plan: Plan, label: str) -> bool:
    """Add a plan to the office as one change and open it."""
    if not window.desk.apply(Change(label, ((None, plan),))):
        return False
    window.desk.open_plan(plan.id)
    return True
