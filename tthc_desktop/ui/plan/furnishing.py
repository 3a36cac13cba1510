"""What a plan's page gets from the office around it: usual values, legal documents, days off, the decree's rules."""

from typing import TYPE_CHECKING

from tthc_desktop.ui.background import Background
from tthc_desktop.ui.life.signers import Signers
from tthc_desktop.ui.plan.deadline_findings import DeadlineFindings
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.replaced_documents import ReplacedDocuments
from tthc_desktop.ui.plan.rule_tips import RuleTips
from tthc_desktop.ui.plan.surface_offers import SurfaceOffers

if TYPE_CHECKING:
    from tthc_desktop.office import Office
    from tthc_desktop.ui.desk import Desk


def furnish(page: PlanPage, office: "Office", desk: "Desk", background: Background) -> SurfaceOffers:
    """Attach everything to a page; it goes with the page."""
    offers = SurfaceOffers(page.surface, lambda: page.plan, desk.usual, lambda: office.legal_documents)
    replaced = ReplacedDocuments(page, lambda: office.legal_documents, background)
    desk.heard.connect(replaced.hear)
    deadlines = DeadlineFindings(page, lambda: office.holdings, background)
    desk.heard.connect(deadlines.hear)
    Signers(page, office, background)
    page.pasting.office = lambda: tuple(office.plans.values())
    page.more["rule"] = RuleTips(page.surface).show_here
    return offers
