"""What a check says of a print: what was measured, where, and whether the rule is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tthc_desktop.models.measuring.values import Line, Ruled

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left of the page."""


class Verdict(StrEnum):
    """Whether a print keeps a rule; a rule about what a print does not have is ABSENT."""

    KEPT = "kept"
    BROKEN = "broken"
    ABSENT = "absent"


class Probe(NamedTuple):
    """One place that was measured: the page from 0, the box, what was found, whether that is allowed."""

    page: int
    box: Box
    found: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one rule: `asked` and `clause` say what the decree wants, `faults` where it was not found."""

    rule: str
    name: str
    group: str
    asked: str
    clause: str
    verdict: Verdict
    measured: int
    faults: Sequence[Probe]


_NEEDED = (
    *(("motto",), ("agency",), ("number",), ("date",), ("title", "subject")),
    *(("recipients_label",), ("capacity",), ("signer",)),
)
"""The rules of parts that every paper has (Decree 30/2020, Article 8, clause 2); of those in one group, one will do."""
_OF_PAPERS = frozenset({"country", "number", "recipients_label", "capacity", "appendix_label"})


def is_of_paper(results: Iterable[Result]) -> bool:
    """Tell whether a print has anything that makes it an administrative paper."""
    return any(one.rule in _OF_PAPERS and one.verdict is not Verdict.ABSENT for one in results)


def verdict(probes: Sequence[Probe]) -> Verdict:
    """Return what a rule's probes come to."""
    if not probes:
        return Verdict.ABSENT
    return Verdict.KEPT if all(probe.is_kept for probe in probes) else Verdict.BROKEN


def box(lines: Iterable[Line]) -> Box:
    """Return the box around some lines."""
    lefts, tops, rights, bottoms = zip(*((line.left, line.top, line.right, line.bottom) for line in lines), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def beside(rule: Ruled) -> Box:
    """Return a box around a level rule."""
    return rule.start, rule.at - 3, rule.end, rule.at + 3


def missing(results: Sequence[Result]) -> tuple[str, ...]:
    """Return the names of parts that every paper has and this one lacks; none for a file that does not begin as one."""
    by_rule = {one.rule: one for one in results}
    if by_rule["country"].verdict is Verdict.ABSENT:
        return ()
    return tuple(
        by_rule[rules[0]].name for rules in _NEEDED if all(by_rule[rule].verdict is Verdict.ABSENT for rule in rules)
    )
