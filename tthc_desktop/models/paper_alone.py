"""A paper whose appendices are files of their own: the paper alone, and how it is told from a whole one."""

from collections.abc import Iterable
from dataclasses import replace

from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.text import fold


def paper_alone(plan: Plan) -> Plan:
    """Return a plan without its appendices."""
    return replace(plan, appendices=())


def is_alone(plan: Plan, passages: Iterable[str]) -> bool:
    """Tell whether the words of a paper lack the heading of every appendix that the plan has."""
    if not plan.appendices:
        return False
    headings = [_heading(plan, appendix) for appendix in plan.appendices]
    return not any(_is_heading(" ".join(fold(words).split()), headings) for words in passages)


def _heading(plan: Plan, appendix: Appendix) -> tuple[str, str]:
    label, title = (" ".join(fold(str(words)).split()) for words in (appendix_label(plan, appendix), appendix.title))
    return label, title


def _is_heading(words: str, headings: Iterable[tuple[str, str]]) -> bool:
    return any(
        words == label or (title and (words == title or words.startswith(f"{label} {title}")))
        for label, title in headings
    )
