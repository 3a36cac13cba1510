"""A corrected paper held against the plan it was written from: what its reader changed, each change to take or leave.

documents.reading: Draft.plan is `corrected`, `known` which of its parts is which of ours, Draft.carried is `base`
correction(current, corrected, base, known) -> Correction, with the proposals
accepted(correction, chosen) -> Plan
"""

from tthc_desktop.models.correcting.accepting import accepted, with_needed
from tthc_desktop.models.correcting.proposing import correction
from tthc_desktop.models.correcting.values import Correction, Key, Proposal

__all__ = ["Correction", "Key", "Proposal", "accepted", "correction", "with_needed"]
