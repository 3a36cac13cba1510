"""A paper that has every part, read back once, and what a rule says of it."""

from functools import cache

from tests.random_papers import random_paper
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.measuring import read_print
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.measuring import Result, Verdict, check
from tthc_desktop.models.measuring.values import MeasuredPaper

RULES = rules()
_WANTED = {"table_heading", "group_row", "appendix_attached", "basis", "heading_at_foot", "signature_room", "justified"}


@cache
def good() -> MeasuredPaper:
    """Return a paper that has every part: long text, tables over pages, two appendices."""
    for seed in range(500):
        plan = random_paper(seed)
        if len(plan.appendices) == 2 and plan.header.parent_agency and plan.header.day and plan.header.number:
            paper = read_print(render(plan), "in.pdf")
            kept = {one.rule for one in check(paper, RULES) if one.verdict is Verdict.KEPT}
            if kept >= _WANTED:
                return paper
    raise AssertionError("no seed has it all")


def outcome(paper: MeasuredPaper, rule: str) -> Result:
    return next(one for one in check(paper, RULES) if one.rule == rule)
