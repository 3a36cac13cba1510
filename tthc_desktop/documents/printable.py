"""Whether the plans of an office can still be printed, for an older file that has been brought up to date."""

from tthc_desktop.errors import UserError
from tthc_desktop.models.holdings import Holdings

_ENOUGH = 3_000
"""Tasks and targets after which no more plans are tried; larger offices have many plans of one kind."""


def check_print(held: Holdings) -> None:
    """Print the plans, the newest first; what is no known trouble with a plan's own words is raised."""
    from tthc_desktop.documents.writing.pdf import rendered  # noqa: PLC0415 - for older files alone

    printed = 0
    for plan in reversed([*held.plans.values()]):
        if printed > _ENOUGH:
            break
        try:
            rendered(plan)
        except UserError:
            # Words that no font has were there before, too.
            continue
        printed += len(plan.tasks) + len(plan.targets) + 1
