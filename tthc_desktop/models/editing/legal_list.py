"""Edits of the office's list of legal documents: a field as it is typed, removing, names of changes."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.citing import KINDS, citations
from tthc_desktop.models.editing import legal
from tthc_desktop.models.identity import Id
from tthc_desktop.models.legal import LegalDocument, by_name, citation, same
from tthc_desktop.models.legal_search import found
from tthc_desktop.models.text import clean, fold

_DATE = re.compile(r"(?:ngày\s+)?(\d{1,2})\s*(?:tháng|[/.-])\s*(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4})", re.IGNORECASE)


def called(document: LegalDocument) -> str:
    """Return what a document is called in a list and in names of changes; of a law the year too, for names return."""
    words = citation(document, full=False) or "văn bản chưa ghi tên"
    return f"{words} năm {document.date.year}" if by_name(document) and document.date else words


def with_kind(document: LegalDocument, typed: str) -> LegalDocument:
    """Return the document with another type, spelled as citations spell it where it is a known one."""
    words = _flat(typed)
    known = next((kind for kind in KINDS if kind.casefold() == words.casefold()), words)
    return replace(document, kind=known)


def with_date(document: LegalDocument, typed: str) -> LegalDocument:
    """Return the document with another date, typed as dd/MM/yyyy or in words; empty is not known."""
    words = _flat(typed)
    if not words:
        return replace(document, date=None)
    parts = _DATE.fullmatch(words)
    try:
        if parts is None:
            raise ValueError
        day, month, year = map(int, parts.groups())
        return replace(document, date=date(year, month, day))
    except ValueError:
        raise UserError(f"Ngày “{words}” chưa đúng.", "Gõ theo dạng dd/MM/yyyy, ví dụ 08/6/2010.") from None


def with_replacement(document: LegalDocument, typed: str, listed: Iterable[LegalDocument]) -> LegalDocument:
    """Return the document as replaced by the one of the list that is typed by its citation, its number or letters."""
    words = _flat(typed)
    if not words:
        return replace(document, replaced_by="")
    others = [other for other in listed if other.id != document.id]
    cited = [one.document for one in citations(words)]
    exact = [other for other in others if any(same(other, one) for one in cited) or words == called(other)]
    alike = exact or list(found(others, words))
    if len(alike) != 1:
        problem = "không có trong danh mục" if not alike else "chưa rõ là văn bản nào"
        raise UserError(
            f"Văn bản thay thế “{words}” {problem}.", "Hãy chọn trong danh sách gợi ý, hoặc thêm văn bản đó."
        )
    if alike[0].id != document.replaced_by:
        legal.replacing({one.id: one for one in (document, *others)}, document.id, alike[0].id)
    return replace(document, replaced_by=alike[0].id)


def with_words(document: LegalDocument, field: str, typed: str) -> LegalDocument:
    """Return the document with another number, issuer or title."""
    words = _flat(typed)
    if field == "number":
        words = re.sub(r"\s*([/-])\s*", r"\1", words)
    return replace(document, **{field: words})  # type: ignore[arg-type]


def _flat(typed: str) -> str:
    return " ".join(clean(typed).split())


def read_document(words: str) -> LegalDocument | None:
    """Return the document that typed or pasted words cite, None when they cite none or several."""
    cited = citations(_flat(words))
    return cited[0].document if len(cited) == 1 else None


def removal(gone: Collection[LegalDocument], listed: Mapping[Id, LegalDocument]) -> Change:
    """Return the change that takes documents out of the list; what they replaced is no longer marked as replaced."""
    name = called(next(iter(gone))) if len(gone) == 1 else f"{len(gone)} văn bản căn cứ"
    return Change(f"Xóa {name}", legal.removal(listed, [document.id for document in gone]))


def addition(new: Collection[LegalDocument]) -> Change:
    """Return the change that adds documents to the list."""
    name = called(next(iter(new))) if len(new) == 1 else f"{len(new)} văn bản căn cứ"
    return Change(f"Thêm {name}", tuple((None, document) for document in new))


def issuers(listed: Iterable[LegalDocument]) -> tuple[str, ...]:
    """Return the issuers of the list, each once, in its order."""
    return tuple(dict.fromkeys(document.issuer for document in listed if fold(document.issuer)))
