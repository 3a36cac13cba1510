"""A corrected paper held against the plan it was written from: what its reader changed, each change to take or leave.

documents.corrected_papers.read_corrected(path) says what is in the file, correction(current, corrected, base,
unchanged) gives the proposals, accepted(correction, chosen) the plan with those that the clerk takes.
"""

from tthc_desktop.models.correcting.accepting import accepted, with_needed
from tthc_desktop.models.correcting.proposing import correction
from tthc_desktop.models.correcting.values import AsRead, Correction, Key, Proposal

__all__ = ["AsRead", "Correction", "Key", "Proposal", "accepted", "correction", "with_needed"]
