"""The well-known legal documents of the field, from dated data: what an office may take into its own list."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.legal import LegalDocument, same
from tthc_desktop.resources import resource


@dataclass(frozen=True, slots=True)
class Stock:
    """Documents whose identity is their number; true on the day `as_of`."""

    as_of: date
    documents: tuple[LegalDocument, ...]


@cache
def stock(name: str = "van-ban-thong-dung") -> Stock:
    """Return the documents kept under this name."""
    data = tomllib.loads(resource("legal", f"{name}.toml").read_text(encoding="utf-8"))
    return Stock(data["as_of"], tuple(LegalDocument(id=entry["number"], **entry) for entry in data["documents"]))


def missing(listed: Iterable[LegalDocument]) -> tuple[LegalDocument, ...]:
    """Return what the list lacks of the stock, with identities of its own, replaced by the list's where it has them."""
    known = tuple(listed)
    held = {document.id: _held(document, known) for document in stock().documents}
    ids: dict[Id, Id] = {number: own or new_id() for number, own in held.items()}
    return tuple(
        replace(document, id=ids[document.id], replaced_by=ids.get(document.replaced_by, ""))
        for document in stock().documents
        if not held[document.id]
    )


def _held(document: LegalDocument, listed: Iterable[LegalDocument]) -> Id:
    return next((one.id for one in listed if same(one, document)), "")
