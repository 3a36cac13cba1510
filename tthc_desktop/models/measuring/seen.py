"""Everything that the checks look at, found once for a print."""

from collections.abc import Sequence
from dataclasses import dataclass

from tthc_desktop.models.decree import Rules
from tthc_desktop.models.measuring.appendix import AppendixHead, appendix_heads
from tthc_desktop.models.measuring.foot import Foot, foot_of
from tthc_desktop.models.measuring.head import Head, head_of
from tthc_desktop.models.measuring.parts import Kind, Part, Sheet, parts
from tthc_desktop.models.measuring.text import Text, texts
from tthc_desktop.models.measuring.values import MeasuredPaper


@dataclass(frozen=True, slots=True)
class Seen:
    """A print taken apart, and the rules that it is measured against."""

    rules: Rules
    paper: MeasuredPaper
    parts: Sequence[Part]
    head: Head | None
    foot: Foot | None
    appendices: Sequence[AppendixHead]
    texts: Sequence[Text]

    @property
    def last(self) -> Sheet:
        """Return the last page of the paper itself."""
        return next(part.sheets[-1] for part in self.parts if part.kind is Kind.PAPER)


def seen(paper: MeasuredPaper, rules: Rules) -> Seen:
    """Take a print apart; one without head, foot and appendix is no such paper, and nothing is asked of its text."""
    found = parts(paper)
    head, foot, tops = head_of(found), foot_of(found), appendix_heads(found)
    text = texts(found, head, foot, tops) if head or foot or tops else ()
    return Seen(rules, paper, found, head, foot, tops, text)
