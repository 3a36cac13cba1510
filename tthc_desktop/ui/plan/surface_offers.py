"""What is offered on the page surface: the office's usual values in fields and lines, legal documents in sentences.

The office's own list of legal documents comes first, then the well-known ones that it lacks: a new office has none.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain

from PySide6.QtCore import QObject

from tthc_desktop.documents.legal_stock import missing
from tthc_desktop.models.capacity import capacities, head_of
from tthc_desktop.models.editing.legal_list import called
from tthc_desktop.models.editing.text import find_item
from tthc_desktop.models.identity import Id
from tthc_desktop.models.legal import LegalDocument, basis_words, citation, same
from tthc_desktop.models.legal_search import found
from tthc_desktop.models.legal_typing import Query, basis_query, sentence_query
from tthc_desktop.models.legal_use import documents_before
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.recipients import NOTES, archive_lines
from tthc_desktop.models.table import Role
from tthc_desktop.models.typed import Part, listed, whole
from tthc_desktop.models.usual import ROLE_FIELDS, Field, matching, signers, usual
from tthc_desktop.ui.offering.editors import put
from tthc_desktop.ui.offering.offer_list import Offer
from tthc_desktop.ui.offering.suggesting import Suggester
from tthc_desktop.ui.offering.usual_values import UsualValues, offered
from tthc_desktop.ui.plan.paper_parts import date_words
from tthc_desktop.ui.plan.paragraph import BASES, SIGNATURE, Kind, Paragraph, Style
from tthc_desktop.ui.plan.surface import Surface
from tthc_desktop.ui.today import today

_FIELDS = {field.value: (field,) for field in (Field.PARENT_AGENCY, Field.AGENCY, Field.SYMBOL, Field.PLACE)}
_KINDS = tuple(
    map(usual, ("KẾ HOẠCH", "CHƯƠNG TRÌNH", "PHƯƠNG ÁN", "ĐỀ ÁN", "QUYẾT ĐỊNH", "BÁO CÁO", "TỜ TRÌNH", "CÔNG VĂN"))
)
_NOTES = tuple(map(usual, NOTES))
_PARTIES = {Role.LEAD, Role.COORDINATE}
_MOST = 30


class SurfaceOffers(QObject):
    """Offers below the cursor of a surface; a choice is typed for the clerk and becomes a change at once."""

    def __init__(
        self,
        surface: Surface,
        plan: Callable[[], Plan],
        values: UsualValues,
        documents: Callable[[], Mapping[Id, LegalDocument]],
    ) -> None:
        super().__init__(surface)
        self._surface = surface
        self._plan = plan
        self._values = values
        self._documents = documents
        self._query: Query | None = None
        self.suggester = Suggester(surface, self._offers, self._parts, self._take, self._asks)

    def _here(self) -> Paragraph | None:
        cursor = self._surface.textCursor()
        closed = self._surface.isReadOnly() or cursor.hasSelection()
        return None if closed else self._surface.sheet.paragraph_at(cursor.blockNumber())

    def _asks(self) -> bool:
        """Tell whether Alt+Down opens the list: where it would move a paragraph, only in an empty one."""
        at = self._here()
        return at is not None and (at.kind in {Kind.FIELD, Kind.LINE, Kind.FIRST} or not at.words)

    # Which part is typed

    def _parts(self, words: str, cursor: int) -> tuple[Part, ...]:
        at = self._here()
        self._query = None
        if at is None:
            return ()
        if _is_basis(at):
            self._query = basis_query(words, cursor)
        elif at.kind is Kind.ITEM:
            self._query = sentence_query(words, cursor)
        elif _is_recipient(at):
            return _of_recipient(words, cursor)
        elif at.kind is Kind.LINE:
            return (listed if self._role(at) in _PARTIES else whole)(words, cursor)
        elif at.kind is Kind.FIELD or at.style is Style.ADDRESSEE:
            return whole(words, cursor)
        return (Part(self._query.start, self._query.end),) if self._query else ()

    def _role(self, at: Paragraph) -> Role:
        lines = find_item(self._plan(), at.place.owner).lines
        return lines[int(at.place.part.removeprefix("line "))].role

    # What is offered

    def _offers(self, typed: str) -> list[Offer]:
        at = self._here()
        if at is None:
            return []
        if self._query is not None:
            return list(self._legal(at, self._query))
        if _is_recipient(at):
            return _recipients(self._values, typed)
        if at.style is Style.ADDRESSEE:
            return offered(matching(self._values.of(Field.ADDRESSEE, Field.PARTY), typed))
        if at.kind is Kind.LINE:
            return offered(matching(self._values.of(*ROLE_FIELDS.get(self._role(at), ())), typed))
        return self._of_field(at.place.part, typed)

    def _of_field(self, part: str, typed: str) -> list[Offer]:
        match part:
            case "capacity":
                return list(self._capacities(typed))
            case "signatory":
                return self._names(typed)
            case "date":
                return _dates(typed, today())
            case "kind":
                return offered(matching(chain(self._values.of(Field.KIND), _KINDS), typed))
            case _:
                return offered(matching(self._values.of(*_FIELDS.get(part, ())), typed))

    def _legal(self, at: Paragraph, query: Query) -> Iterator[Offer]:
        listed = self._documents()
        others = missing(listed.values())
        documents = (*found(listed.values(), query.typed), *found(others, query.typed))[:_MOST]
        known = {**{document.id: document for document in others}, **listed}
        cited = () if _is_basis(at) else self._cited(at, query)
        for document in documents:
            successor = known.get(document.replaced_by)
            detail = f"đã được thay thế bởi {citation(successor, full=False)}" if successor else document.title
            short = any(same(document, other) for other in cited)
            words = basis_words(document) if query.as_basis else citation(document, full=not short)
            yield Offer(words, called(document), detail)

    def _cited(self, at: Paragraph, query: Query) -> tuple[LegalDocument, ...]:
        before = self._surface.textCursor().block().text()[: query.start]
        return documents_before(self._plan(), at.place.owner, before)

    def _capacities(self, typed: str) -> Iterator[Offer]:
        plan = self._plan()
        forms = capacities(plan.header.agency, head_of(plan.signatory.capacity))
        when = {"\n".join(form.lines): form.when for form in forms}
        values = chain(self._values.of(Field.CAPACITY), map(usual, when))
        for value in dict.fromkeys(value.words for value in matching(values, typed)):
            yield Offer(value, detail=when.get(value, ""))

    def _names(self, typed: str) -> list[Offer]:
        """Return who has signed, those first who signed in the capacity that stands above."""
        before = signers(self._values.plans(), self._plan().signatory.capacity)
        found = matching(self._values.of(Field.SIGNATORY), typed)
        return offered(sorted(found, key=lambda value: value.words not in before))

    # What is done with a choice

    def _take(self, offer: Offer, part: Part) -> None:
        self._surface.commit()
        put(self._surface, part.start, part.end, offer.words)
        self._surface.commit()


def _is_basis(at: Paragraph) -> bool:
    return at.kind is Kind.BASIS or (at.kind is Kind.FIRST and at.place.owner == BASES)


def _is_recipient(at: Paragraph) -> bool:
    return at.kind is Kind.RECIPIENT or (at.kind is Kind.FIRST and at.place.owner == SIGNATURE)


def _of_recipient(words: str, cursor: int) -> tuple[Part, ...]:
    """Return the line, and the note in parentheses that is being typed."""
    opened = words.rfind("(", 0, cursor)
    if opened <= 0 or ")" in words[opened:cursor]:
        return whole(words, cursor)
    closed = words.find(")", cursor)
    return (*whole(words, cursor), Part(opened, closed + 1 if closed >= 0 else cursor))


def _dates(typed: str, today: date) -> list[Offer]:
    """Return today, and this month with the day left for văn thư."""
    dates = {
        date_words(None, today.month, today.year): "để trống ngày",
        date_words(today.day, today.month, today.year): "hôm nay",
    }
    return [Offer(value.words, detail=dates[value.words]) for value in matching(map(usual, dates), typed)]


def _recipients(values: UsualValues, typed: str) -> list[Offer]:
    if typed.startswith("("):
        bare = typed.removeprefix("(")
        fitting = [note for note in _NOTES if note.words.startswith(typed)] or matching(_NOTES, bare)
        return [Offer(note.words, detail=NOTES[note.words]) for note in fitting]
    lines = ("Như trên", *archive_lines(party.words for party in values.of(Field.PARTY)))
    return offered(matching(chain(values.of(Field.RECIPIENT), map(usual, lines)), typed))
