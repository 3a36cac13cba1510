"""The box in which a page that looks at one plan after another lets the clerk choose it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox

from tthc_desktop.models.editing.life import living
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui import look
from tthc_desktop.ui.plan.names import short, title


class PlanBox(QComboBox):
    """Lists the plans of the office, the newest first; neither their versions nor what was drawn up from them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kế hoạch")
        self.setMinimumHeight(look.CONTROL)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)

    def list_plans(self, plans: Mapping[Id, Plan], about: Id) -> Id:
        """List the plans and return the one to show: the newest where the shown one has gone, none without any."""
        listed = living(plans)[::-1]
        self.clear()
        for plan in listed:
            self.addItem(short(title(plan), 80), plan.id)
        if self.findData(about) < 0:
            about = listed[0].id if listed else ""
        self.choose(about)
        return about

    def choose(self, plan_id: Id) -> None:
        """Show which plan is looked at."""
        self.setCurrentIndex(self.findData(plan_id))

    def known(self) -> set[Id]:
        """Return the plans that can be chosen."""
        return {str(self.itemData(place)) for place in range(self.count())}
