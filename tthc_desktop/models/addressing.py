"""The công văn, which has no name of its type but a subject below its number, and whom a paper is addressed to."""

from collections.abc import Iterator

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import Run, Text, fold, text

ADDRESSEES: Id = "addressees"
"""What stands for the lines after Kính gửi, which have no identity of their own."""
LETTER = "CÔNG VĂN"
SUBJECT = "V/v"
"""What stands before the subject of a công văn (Decree 30/2020, Appendix I, cell 5b)."""


def is_letter(plan: Plan) -> bool:
    """Tell whether a paper is a công văn."""
    return fold(plan.kind) == fold(LETTER)


def has_subject_mark(words: Text) -> bool:
    """Tell whether the words themselves begin with V/v."""
    return fold(str(words)[:8]).replace(" ", "").startswith("v/v")


def subject(plan: Plan) -> Text:
    """Return what a công văn prints as its subject; empty when there is none."""
    if not plan.title or has_subject_mark(plan.title):
        return plan.title
    return text((Run(f"{SUBJECT} "), *plan.title.runs))


def addressee_part(place: int) -> str:
    """Return the name of the place of an addressee, counted from 0."""
    return f"addressee {place}"


def addressee_at(part: str) -> int:
    """Return the addressee, counted from 0, that such a name stands for."""
    return int(part.removeprefix("addressee "))


def addressee_lines(plan: Plan) -> Iterator[str]:
    """Yield the addressees as they are printed: several with their dash and final sign, a single one as it stands."""
    known = [words for words in (" ".join(each.split()) for each in plan.addressees) if words]
    if len(known) < 2:
        yield from (words.rstrip(" ;,") for words in known)
        return
    for place, words in enumerate(known, 1):
        yield f"- {words.rstrip(' .;,')}{';' if place < len(known) else '.'}"
