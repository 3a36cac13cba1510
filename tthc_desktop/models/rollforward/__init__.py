"""A plan from last year's: years and dates are found and proposed anew, tasks are carried over or dropped."""

from tthc_desktop.models.mentions import Kind
from tthc_desktop.models.rollforward.carrying import Work, works
from tthc_desktop.models.rollforward.proposals import Doubt, Proposal, proposals, years_of
from tthc_desktop.models.rollforward.shifting import roll_forward

__all__ = ["Doubt", "Kind", "Proposal", "Work", "proposals", "roll_forward", "works", "years_of"]
