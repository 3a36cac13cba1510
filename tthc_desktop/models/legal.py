"""Legal documents that plans rest on, as the office keeps them in a list."""

import datetime
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import fold

LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """A document that a plan may cite (Decree 30/2020, Appendix I, II.6.b); what is not known is empty or None."""

    id: Id
    kind: str = ""
    """Nghị định, Quyết định, Luật …"""
    number: str = ""
    """Number and symbol, such as 30/2020/NĐ-CP; a law often has none in a citation."""
    issuer: str = ""
    date: datetime.date | None = None
    title: str = ""
    """What it is about, as it goes on after the issuer: về công tác văn thư."""
    replaced_by: Id = ""


def by_name(document: LegalDocument) -> bool:
    """Tell whether a document is cited by its name, without number and issuer: a law or an ordinance."""
    return bool(document.title) and document.kind in LAWS


def citation(document: LegalDocument, *, full: bool) -> str:
    """Return how running text cites a document: in full the first time, by type and number afterwards (II.6.b)."""
    if by_name(document) or not document.number:
        return _joined(document.kind, document.title)
    if not full:
        return _joined(document.kind, document.number)
    issuer = f"của {document.issuer}" if document.issuer else ""
    return _joined(document.kind, f"số {document.number}", _dated(document), issuer, document.title)


def basis_words(document: LegalDocument) -> str:
    """Return the words of a basis: everything that is known, of a law its name and date (II.6.a)."""
    words = citation(document, full=True)
    if by_name(document) or not document.number:
        words = _joined(words, _dated(document))
    return f"Căn cứ {words};"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _dated(document: LegalDocument) -> str:
    return long_date(document.date) if document.date else ""


def long_date(day: datetime.date) -> str:
    """Return `ngày 05 tháng 01 năm 2025`: a 0 before days below 10 and before the months 1 and 2 (II.4.b)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def same(one: LegalDocument, other: LegalDocument) -> bool:
    """Tell whether two values name the same document: what both of them know must agree."""
    if one.number and other.number:
        known = number_key(one.number) == number_key(other.number)
    else:
        known = bool(one.title) and fold(one.title) == fold(other.title)
        known = known and (one.number == other.number or (by_name(one) and by_name(other)))
    return known and _agree(one, other)


def number_key(number: str) -> str:
    """Return a number and symbol without blanks, marks and capitals, to compare them by."""
    return fold(number).replace(" ", "").replace("–", "-").lstrip("0")


def _agree(one: LegalDocument, other: LegalDocument) -> bool:
    if one.kind and other.kind and fold(one.kind) != fold(other.kind):
        return False
    return one.date is None or other.date is None or one.date == other.date
