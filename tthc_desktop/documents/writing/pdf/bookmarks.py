"""The headings of a paper, by which a reader's panel and the table of contents lead to their pages."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.flow import HEAD
from tthc_desktop.documents.writing.pdf.outline import Printed, Words, printed_nodes
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.plan import Plan


class Bookmark(NamedTuple):
    """A heading: what it begins, its words, and how deep it stands below the titles of paper and appendices."""

    id: Id
    words: str
    depth: int


def bookmarks(plan: Plan) -> Iterator[Bookmark]:
    """Yield the titles and headings of a paper in the order of reading; no depth is passed over going down."""
    yield Bookmark(HEAD, _one_line(f"{plan.kind} {plan.title}"), 0)
    yield from _headings(printed_nodes(plan, plan.body))
    for appendix in plan.appendices:
        yield Bookmark(appendix.id, _one_line(f"{appendix_label(plan, appendix)} {appendix.title}"), 0)
        yield from _headings(printed_nodes(plan, appendix.nodes))


def _headings(text: Iterable[Printed]) -> Iterator[Bookmark]:
    held: Bookmark | None = None
    for part in text:
        if not isinstance(part, Words) or not part.role.startswith("H"):
            continue
        words = _one_line("".join(piece.words for piece in part.words))
        if part.id or held is None:
            if held:
                yield held
            held = Bookmark(part.id, words, int(part.role[1:]) - 1)
        else:
            held = held._replace(words=f"{held.words} {words}")
    if held:
        yield held


def _one_line(words: str) -> str:
    return " ".join(words.split())
