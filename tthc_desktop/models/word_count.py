"""How many words, characters and paragraphs a plan has, as Word counts them: by the blanks between them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, tables_in
from tthc_desktop.models.plan import Node, Plan
from tthc_desktop.models.searching.places import printed
from tthc_desktop.models.searching.spots import string

HEAD, BASES, FOOT = "head", "bases", "foot"
"""The sections that are no part of the text: the head of the paper, the bases, recipients and signature."""


@dataclass(frozen=True, slots=True)
class WordCount:
    """The figures of a stretch of text; numbers and labels that are computed do not count."""

    words: int = 0
    letters: int = 0
    """Characters without the blanks between them."""
    characters: int = 0
    paragraphs: int = 0


def counted(text: str) -> WordCount:
    """Count one paragraph or cell; lines within it are one paragraph, but no character."""
    return total((text,))


def total(texts: Iterable[str]) -> WordCount:
    """Count several paragraphs."""
    words = letters = characters = paragraphs = 0
    for text in texts:
        parts = text.split()
        if parts:
            words += len(parts)
            letters += sum(map(len, parts))
            characters += len(text) - text.count("\n")
            paragraphs += 1
    return WordCount(words, letters, characters, paragraphs)


def of_plan(plan: Plan) -> WordCount:
    """Count all that the plan prints, what is printed twice twice."""
    return total(string(spot.words) for spot in printed(plan))


def of_sections(plan: Plan, sections: Collection[Id]) -> dict[Id, WordCount]:
    """Count what stands in each section, from its beginning to that of the next one.

    A section is an outermost item or table, an appendix, HEAD, BASES or FOOT. What stands before the first one is
    left out.
    """
    top = _tops(plan)
    found: dict[Id, list[str]] = {}
    now: Id | None = None
    for spot in printed(plan):
        foot = spot.place.part in {"capacity", "signatory"}
        owner = FOOT if foot else top.get(spot.place.table or spot.place.owner, spot.place.owner)
        now = owner if owner in sections else now
        if now is not None:
            found.setdefault(now, []).append(string(spot.words))
    return {section: total(texts) for section, texts in found.items()}


def _tops(plan: Plan) -> dict[Id, Id]:
    """Return for each part within the text the outermost item or table, or the appendix, that it stands in."""
    tops = {"": HEAD, **dict.fromkeys((basis.id for basis in plan.bases), BASES)}
    tops |= dict.fromkeys((recipient.id for recipient in plan.recipients), FOOT)
    tops |= {id_: node.id for node in plan.body for id_ in _ids((node,))}
    tops |= {id_: appendix.id for appendix in plan.appendices for id_ in _ids(appendix.nodes)}
    return tops


def _ids(nodes: tuple[Node, ...]) -> Iterator[Id]:
    yield from (item.id for item, _ in items(nodes))
    yield from (table.id for table in tables_in(nodes))
