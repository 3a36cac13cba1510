"""Where the plans of an office cite legal documents: cited before, replaced since, not in the list yet."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tthc_desktop.models.citing import citations
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.legal import LegalDocument, by_name, same
from tthc_desktop.models.outline import nodes_of
from tthc_desktop.models.plan import Item, Node, Plan, cell, line_value, words
from tthc_desktop.models.table import Role, Table
from tthc_desktop.models.text import Text


@dataclass(frozen=True, slots=True)
class Replaced:
    """A place of a plan that cites a document which another one has replaced."""

    owner: Id
    old: LegalDocument
    new: LegalDocument


def sentences(plan: Plan) -> Iterator[tuple[Id, Text]]:
    """Yield in reading order whatever may cite a document, with the basis, item or row that it belongs to."""
    yield from ((basis.id, basis.text) for basis in plan.bases)
    for nodes in nodes_of(plan):
        yield from _below(plan, nodes)


def _below(plan: Plan, nodes: tuple[Node, ...]) -> Iterator[tuple[Id, Text]]:
    for node in nodes:
        if isinstance(node, Item):
            yield node.id, words(plan, node)
            yield from _below(plan, node.children)
            yield from ((node.id, line_value(plan, node, line)) for line in node.lines)
        else:
            yield from _cells(plan, node)


def _cells(plan: Plan, table: Table) -> Iterator[tuple[Id, Text]]:
    columns = [column for column in table.columns if column.role is not Role.NUMBER]
    for row in table.rows:
        for column in columns:
            if value := cell(plan, row, column):
                yield row.id, value


def documents_before(plan: Plan, owner: Id, before: str = "") -> tuple[LegalDocument, ...]:
    """Return what is cited before a place: in what stands before its owner, and `before` it in there."""
    cited: list[LegalDocument] = []
    for place, sentence in sentences(plan):
        if place == owner:
            break
        cited += (found.document for found in citations(str(sentence)))
    return (*cited, *(found.document for found in citations(before)))


def known(documents: Mapping[Id, LegalDocument], found: LegalDocument) -> LegalDocument | None:
    """Return the document of the list that a citation names; of two with one number, the one of its date."""
    alike = [document for document in documents.values() if same(document, found)]
    return alike[0] if len(alike) == 1 or (alike and found.date) else None


def latest(documents: Mapping[Id, LegalDocument], document: LegalDocument) -> LegalDocument:
    """Return the document that stands for this one now, at the end of all replacements."""
    seen = {document.id}
    while (following := documents.get(document.replaced_by)) and following.id not in seen:
        seen.add(following.id)
        document = following
    return document


def replaced(plan: Plan, documents: Mapping[Id, LegalDocument]) -> tuple[Replaced, ...]:
    """Return where the plan cites documents that are replaced, each once for a place, in reading order."""
    old = {one.id: one for one in documents.values() if latest(documents, one) is not one}
    if not old:
        return ()
    traces = tuple({_trace(one) for one in old.values()})
    made: dict[tuple[Id, Id], Replaced] = {}
    for owner, sentence in sentences(plan):
        written = str(sentence)
        for found in citations(written) if any(trace in written for trace in traces) else ():
            if (document := known(old, found.document)) and (owner, document.id) not in made:
                made[owner, document.id] = Replaced(owner, document, latest(documents, document))
    return tuple(made.values())


def _trace(document: LegalDocument) -> str:
    """Return what is in every citation of the document, to pass over all other sentences quickly."""
    return document.title if by_name(document) else re.split(r"\D", document.number)[0].lstrip("0") or document.title


def unlisted(plans: Iterable[Plan], documents: Iterable[LegalDocument]) -> tuple[LegalDocument, ...]:
    """Return the documents that the plans cite with their date and that are not in the list, each in its fullest form.

    Of two citations that say as much, the one in the later plan is taken.
    """
    listed = tuple(documents)
    made: list[LegalDocument] = []
    for plan in plans:
        for _, sentence in sentences(plan):
            for found in citations(str(sentence)):
                if _complete(found.document) and not any(same(one, found.document) for one in listed):
                    _gather(made, found.document)
    return tuple(replace(document, id=new_id()) for document in made)


def _complete(document: LegalDocument) -> bool:
    return document.date is not None and bool(document.issuer or document.title)


def _gather(made: list[LegalDocument], document: LegalDocument) -> None:
    for place, other in enumerate(made):
        if same(other, document):
            if _fullness(document) >= _fullness(other):
                made[place] = document
            return
    made.append(document)


def _fullness(document: LegalDocument) -> int:
    return sum(map(bool, (document.number, document.issuer, document.date, document.title)))
