"""Changes of the office's list of legal documents."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Pairs
from tthc_desktop.models.identity import Id
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.text import fold

Documents = Mapping[Id, LegalDocument]


def listing(documents: Documents, document: LegalDocument) -> Pairs:
    """Return the pairs that take a document into the list, where it must say something and not be there yet."""
    if not (document.number.strip() or document.title.strip()):
        raise UserError("Văn bản chưa có số, ký hiệu hay trích yếu.", "Hãy ghi ít nhất một trong các phần đó.")
    if any(_mark(known) == _mark(document) for known in documents.values()):
        raise UserError(
            f"{named(document)} đã có trong danh sách.", "Hãy dùng văn bản đã có, hoặc kiểm tra lại số, ký hiệu."
        )
    return ((None, document),)


def _mark(document: LegalDocument) -> tuple[str, ...]:
    """Return what two entries for the same document have in common; without a number it is the title."""
    if document.number.strip():
        return _close(document.kind), _number(document.number), _close(document.issuer)
    return _close(document.kind), _close(document.title), _close(document.issuer)


def _close(words: str) -> str:
    return " ".join(words.split()).casefold()


def _number(words: str) -> str:
    """Return a number as it is found: without blanks, and Đ as D."""
    return "".join(fold(words).split())


def named(document: LegalDocument) -> str:
    """Return what a document is called in a sentence: its kind and number, or what it is about."""
    kind = document.kind or "Văn bản"
    words = f"{kind} số {document.number}" if document.number else f"{kind} {document.title}"
    return " ".join(words.split())


def find_documents(documents: Documents, wanted: str) -> list[LegalDocument]:
    """Return the documents that an identity, a number, the whole name or the beginning of an identity names."""
    if wanted in documents:
        return [documents[wanted]]
    everything = documents.values() if wanted.strip() else ()
    numbered = [each for each in everything if _number(each.number) == _number(wanted)]
    called = numbered or [each for each in everything if _close(named(each)) == _close(wanted)]
    return called or [each for each in everything if each.id.startswith(wanted)]


def replacing(documents: Documents, old_id: Id, new_id: Id) -> Pairs:
    """Return the pairs that mark one document as replaced by another."""
    old, new = documents[old_id], documents[new_id]
    if old_id in {new_id, *_successors(documents, new_id)}:
        raise UserError(
            f"{named(new)} không thay thế {named(old)} được vì chính nó bị văn bản này thay thế.",
            "Hãy đổi chỗ hai văn bản.",
        )
    return ((old, replace(old, replaced_by=new_id)),)


def _successors(documents: Documents, document_id: Id) -> Iterator[Id]:
    """Yield what came in the place of a document, one after the other."""
    seen: set[Id] = set()
    while document_id in documents and document_id not in seen:
        seen.add(document_id)
        document_id = documents[document_id].replaced_by
        yield document_id


def removal(documents: Documents, gone: Collection[Id]) -> Pairs:
    """Return the pairs that take documents off the list; what they had replaced is replaced by nothing known then."""
    freed = (each for each in documents.values() if each.replaced_by in gone and each.id not in gone)
    return (*((documents[id_], None) for id_ in gone), *((each, replace(each, replaced_by="")) for each in freed))
