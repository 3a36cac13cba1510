"""A signed PDF read for the plan that it is to issue: signatures, stamps, number and date, and its words compared."""

from collections.abc import Sequence
from dataclasses import replace

from tthc_desktop.documents.reading.laid_out.blocks import Step, no_step
from tthc_desktop.documents.signing.appearances import Shown, shown_by_signatures
from tthc_desktop.documents.signing.verifying import verify
from tthc_desktop.documents.signing.wording import plain_pages, read_wording
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.errors import UserError
from tthc_desktop.models.comparison.passages import Departures, Passage, departures
from tthc_desktop.models.editing.life import is_locked, numbered
from tthc_desktop.models.paper_alone import is_alone, paper_alone
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signatures import Signature
from tthc_desktop.models.signed_paper import SignedPaper, facts_of, is_another
from tthc_desktop.models.version import Issue

_PRINT = "bản in"
_LINE = 8
"""Lines of signatures with so many letters are known again; shorter ones could be anything."""


def read_signed(data: bytes, name: str, plan: Plan, roots: Sequence[bytes] = (), step: Step = no_step) -> SignedPaper:
    """Read a signed PDF and hold it against the plan.

    `roots` are the certificates that the office trusts. `step` may raise to stop. Raises `UserError` for a file that
    cannot be opened; one that is not signed, or of which nothing can be read, is told in the answer.
    """
    signatures = verify(data, roots)
    shown = shown_by_signatures(data, name)
    pages = plain_pages(data, name)
    for whole in (plan, paper_alone(plan)) if plan.appendices else (plan,):
        if any(pages) and pages == plain_pages(render(whole), _PRINT):
            count = sum(len(page.split()) for page in pages)
            found = _paper(name, plan, signatures, shown, found=Departures((), count, count))
            return replace(found, is_alone=whole is not plan)
    try:
        wording = read_wording(data, name, _half(step, 0))
    except UserError as error:
        return _paper(name, plan, signatures, shown, unread=error.what)
    shown_too = replace(shown, stamps=tuple(dict.fromkeys((*shown.stamps, *wording.stamps))))
    issue = facts_of(shown_too.stamps, shown.head, signatures, plan).issue
    words = _bare(wording.passages, shown)
    alone = is_alone(plan, (passage.words for passage in words))
    departed = _held_against(paper_alone(plan) if alone else plan, issue, words, step)
    found = _paper(name, plan, signatures, shown_too, found=departed)
    return replace(found, is_alone=alone and not is_another(found))


def _paper(
    name: str, plan: Plan, signatures: tuple[Signature, ...], shown: Shown, *,
    found: Departures | None = None, unread: str = "",
) -> SignedPaper:  # fmt: skip
    facts = facts_of(shown.stamps, shown.head, signatures, plan)
    return SignedPaper(name, signatures, shown.stamps, shown.head, facts, found, unread)


def _held_against(plan: Plan, issue: Issue | None, words: Sequence[Passage], step: Step) -> Departures:
    """Return how the words depart from the print of the plan as it is, or would be, issued."""
    expected = plan.issue or issue
    printed = render(numbered(plan, expected) if expected and not is_locked(plan) else plan)
    return departures(read_wording(printed, _PRINT, _half(step, 1)).passages, words, expected, plan.kind)


def _half(step: Step, half: int) -> Step:
    """Return what tells of one of two files of about one length, as of a half of the work."""
    return lambda done, of: step(done + half * of, 2 * of)


def _bare(passages: Sequence[Passage], shown: Shown) -> tuple[Passage, ...]:
    """Return the words without those that signatures print, where a program has pressed them into the page."""
    printed = {line for line in shown.lines if len(line) >= _LINE}
    return tuple(one for one in passages if " ".join(one.words.split()) not in printed)
