"""The number and day of an issued plan in the lines (Kèm theo …) of its appendices (Decree 30/2020, III.1)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import spliced
from tthc_desktop.models.version import Issue

_BLANK = r"(?:\s|…|\.{2,}|_)*"
_SLASHED = re.compile(rf"ngày\s*{_BLANK}/\s*(?:\d{{1,2}}|{_BLANK})\s*/\s*(?:\d{{4}}|{_BLANK})(?![\d/])")
_LONG = re.compile(rf"ngày{_BLANK}tháng\s*(?:\d{{1,2}}|{_BLANK})\s*năm(?:\s*\d{{4}}|{_BLANK})(?=\W|$)")


def with_own_number(plan: Plan, issue: Issue) -> Plan:
    """Return the plan with number and day where its appendices leave room for them; what stands there stays."""
    appendices = tuple(
        replace(one, attached=spliced(one.attached, list(_splices(str(one.attached), issue))))
        for one in plan.appendices
    )
    return plan if appendices == plan.appendices else replace(plan, appendices=appendices)


def _splices(words: str, issue: Issue) -> Iterator[tuple[int, int, str]]:
    number = re.search(rf"số{_BLANK}/\s?{re.escape(issue.symbol)}(?![\w-])", words)
    if number is None:
        return
    yield number.start(), number.end(), f"số {issue.number}/{issue.symbol}"
    date = _LONG.search(words, number.end()) or _SLASHED.search(words, number.end())
    if date is not None:
        day = f"{issue.date.day:02d}"
        month = f"{issue.date.month:02d}" if issue.date.month < 3 else f"{issue.date.month}"
        behind = " " if words[date.end() : date.end() + 1].isalpha() else ""
        yield date.start(), date.end(), f"ngày {day} tháng {month} năm {issue.date.year}{behind}"
