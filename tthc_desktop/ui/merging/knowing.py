"""What the open office knows, for a comparison in another thread."""

from datetime import UTC, datetime

from tthc_desktop.models.merge.known import Known, known_of
from tthc_desktop.office import Office


def known_now(office: Office, at: datetime | None = None) -> Known:
    """Return what the office holds at this moment: values, which no later change touches."""
    revisions = {plan_id: office.revision(plan_id) for plan_id in office.plans}
    return known_of(office.holdings, at or datetime.now(UTC), revisions)
