"""The measures of administrative papers, read from dated data: one file a decree, the newest one in force is taken."""

import tomllib
from datetime import date
from functools import cache

from tthc_desktop.models.decree import Letters, Measure, Rules, last_day
from tthc_desktop.models.plan import Plan
from tthc_desktop.resources import resource

__all__ = ["Letters", "Measure", "Rules", "rules", "rules_of", "rules_on"]

_LAYOUT = "measures"
"""The part of a file of rules by which one on layout is known."""


@cache
def rules(name: str = "nghi-dinh-30-2020") -> Rules:
    """Return the rules kept under this name."""
    data = tomllib.loads(resource("rules", f"{name}.toml").read_text(encoding="utf-8"))
    return Rules(
        data["title"],
        data["short"],
        data["since"],
        {key: Measure(**entry) for key, entry in data["measures"].items()},
        {key: Letters(**entry) for key, entry in data["letters"].items()},
    )


def rules_on(day: date) -> Rules:
    """Return the rules in force on a day, those of the oldest decree for a day before it."""
    known = sorted(_known(), key=lambda found: found.since)
    return next((found for found in reversed(known) if found.since <= day), known[0])


def rules_of(plan: Plan) -> Rules:
    """Return the rules that a plan is printed by: those of its day, of the last one that its blanks allow.

    A plan without a year follows the rules that hold today's papers.
    """
    day = last_day(plan.header)
    return rules_on(day) if day else rules()


@cache
def _known() -> tuple[Rules, ...]:
    files = sorted(resource("rules").glob("*.toml"))
    return tuple(rules(file.stem) for file in files if _LAYOUT in tomllib.loads(file.read_text(encoding="utf-8")))
