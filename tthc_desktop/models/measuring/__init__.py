"""A finished paper held against the rules of its layout: what was measured, and what each rule says of it."""

from tthc_desktop.models.measuring.outcomes import Outcome, Spot, Verdict
from tthc_desktop.models.measuring.pages import Bar, MeasuredPage, Post, SetLine
from tthc_desktop.models.measuring.rulings import check

__all__ = ["Bar", "MeasuredPage", "Outcome", "Post", "SetLine", "Spot", "Verdict", "check"]
