"""The sample plan of an invented office, to look at, to print and to try things on."""

from tthc_desktop.documents.exchange import from_json
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.plan import Plan
from tthc_desktop.resources import resource


def sample_plan() -> Plan:
    """Return the sample plan under identities of its own, so that an office can hold it more than once."""
    words = resource("templates", "ke-hoach-mau.json").read_text(encoding="utf-8")
    return copy_plan(from_json(words))
