"""`legal`: the office's list of legal documents."""

from collections.abc import Callable, Mapping

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import day_of, opened
from tthc_desktop.cli.tellings import vietnamese_day
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pairs, pairs_of
from tthc_desktop.models.editing.legal import Documents, find_documents, listing, named, removal, replacing
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.text import clean

_SHOWN = 5


def run(wishes: Wishes) -> Answer:
    """Do what is asked with the list."""
    with opened(wishes.office) as office:
        if wishes.action == "list":
            return _list(office.legal_documents)
        label, pairs = _WAYS[wishes.action](office.legal_documents, wishes)
        office.change(Change(label, pairs))
    touched = [document.id for before, after in pairs_of(LegalDocument, pairs) if (document := after or before)]
    return Answer({"changed": label, "legal_documents": touched}, f"{label}: xong, mã {touched[0]}.")


def _list(documents: Documents) -> Answer:
    words = [_line(document, documents.get(document.replaced_by)) for document in documents.values()]
    found = {"legal_documents": [view(document) for document in documents.values()]}
    return Answer(found, "\n".join(words) or "Chưa có văn bản nào; lệnh legal add thêm văn bản vào danh sách.")


def view(document: LegalDocument) -> dict[str, object]:
    """Return a document as plain data."""
    return {
        "id": document.id,
        "kind": document.kind,
        "number": document.number,
        "issuer": document.issuer,
        "date": document.date.isoformat() if document.date else None,
        "title": document.title,
        "replaced_by": document.replaced_by or None,
    }


def _line(document: LegalDocument, newer: LegalDocument | None) -> str:
    day = f"ngày {vietnamese_day(document.date)}" if document.date else ""
    title = document.title if document.number else ""
    parts = (f"{document.id} ", named(document), day, f"của {document.issuer}" if document.issuer else "", title)
    return " ".join(part for part in parts if part) + (f" (đã được thay thế bằng {named(newer)})" if newer else "")


def _add(documents: Documents, wishes: Wishes) -> tuple[str, Pairs]:
    kind, number, issuer, title = (
        " ".join(clean(typed).split()) for typed in (wishes.kind, wishes.number, wishes.issuer, wishes.title)
    )
    day = day_of(wishes.day) if wishes.day else None
    document = LegalDocument(new_id(), kind, number, issuer, day, title)
    return f"Thêm {named(document)}", listing(documents, document)


def _replace(documents: Documents, wishes: Wishes) -> tuple[str, Pairs]:
    old, new = _found(documents, wishes.document), _found(documents, wishes.by)
    return f"Thay thế {named(old)} bằng {named(new)}", replacing(documents, old.id, new.id)


def _remove(documents: Documents, wishes: Wishes) -> tuple[str, Pairs]:
    document = _found(documents, wishes.document)
    return f"Bỏ {named(document)}", removal(documents, [document.id])


def _found(documents: Documents, wanted: str) -> LegalDocument:
    found = find_documents(documents, clean(wanted))
    if not found:
        raise UserError(f"Không có văn bản nào là “{wanted}”.", "Hãy dùng lệnh legal list để xem mã và số các văn bản.")
    if len(found) > 1:
        ids = ", ".join(document.id for document in found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        raise UserError(f"Có {len(found)} văn bản là “{wanted}”: {ids}.", "Hãy ghi trọn mã của một văn bản.")
    return found[0]


_WAYS: Mapping[str, Callable[[Documents, Wishes], tuple[str, Pairs]]] = {
    "add": _add,
    "replace": _replace,
    "remove": _remove,
}
