"""Legal documents that plans rest on, as the office keeps them in a list."""

import datetime
from dataclasses import dataclass

from tthc_desktop.models.identity import Id


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
