"""The well-known legal documents: whole, cited as they are read, and only what the office lacks is offered."""

from dataclasses import replace
from datetime import date

import pytest

from tthc_desktop.documents.legal_stock import missing, stock
from tthc_desktop.models.citing import citations
from tthc_desktop.models.legal import LAWS, LegalDocument, basis_words, same
from tthc_desktop.models.legal_use import latest

KNOWN = {document.id: document for document in stock().documents}


@pytest.mark.parametrize("document", stock().documents, ids=lambda document: document.number)
def test_every_document_is_whole(document: LegalDocument) -> None:
    assert all((document.kind, document.number, document.issuer, document.title))
    assert document.date is not None
    assert date(1990, 1, 1) < document.date < stock().as_of
    assert not document.replaced_by or document.replaced_by in KNOWN
    assert (latest(KNOWN, document).date or date.min) >= document.date


@pytest.mark.parametrize("document", stock().documents, ids=lambda document: document.number)
def test_every_document_is_cited_as_it_is_read(document: LegalDocument) -> None:
    [found] = [found.document for found in citations(basis_words(document))]
    assert same(found, document)
    assert found.title == document.title
    assert document.kind in LAWS or found.issuer == document.issuer


def test_only_what_the_office_lacks_is_offered() -> None:
    listed = replace(KNOWN["118/2025/NĐ-CP"], id="own", title="của chính cơ quan ghi")
    offered = missing([listed])
    by_number = {document.number: document for document in offered}
    assert len(offered) == len(KNOWN) - 1
    assert by_number["61/2018/NĐ-CP"].replaced_by == "own"
    assert by_number["76/2015/QH13"].replaced_by == by_number["63/2025/QH15"].id
    assert not {document.id for document in offered} & {*KNOWN, "own"}
    assert missing((*offered, listed)) == ()
