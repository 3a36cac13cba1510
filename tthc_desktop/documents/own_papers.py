"""What our own Word files hide in themselves, so that a corrected one is known again part by part.

A part of the plan stands in a bookmark that Word does not list (its name begins with an underscore) and keeps while
the words change. The plan as it was written stands in a custom XML part, the plan's identity in a custom property.
"""

import re

from tthc_desktop.models.identity import Id

PLAN_PROPERTY = "TTHC-KeHoach"
CARRIED_NAMESPACE = "urn:tthc-desktop:ke-hoach"
_BOOKMARK = re.compile(r"_tthc_([0-9a-f]{16})(?:_\d+)?")


def bookmark(part: Id) -> str:
    """Return the name of the bookmark in which a part of the plan stands (Word allows 40 letters)."""
    return f"_tthc_{part}"


def known_by(name: str) -> Id:
    """Return the identity that a bookmark's name tells, empty for a bookmark of somebody else."""
    match = _BOOKMARK.fullmatch(name)
    return match.group(1) if match else ""
