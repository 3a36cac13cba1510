"""A finished print measured against the decree: what was read of it, and a check for each rule."""

from tthc_desktop.models.measuring.catalogue import CHECKS, GROUPS, check
from tthc_desktop.models.measuring.results import Probe, Result, Verdict

__all__ = ["CHECKS", "GROUPS", "Probe", "Result", "Verdict", "check"]
