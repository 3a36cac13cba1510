"""The stages of a plan's life, and what is kept of its issuing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """How far a plan has come; only a draft can still be edited."""

    DRAFT = "draft"
    KEPT = "kept"
    """A version that was kept of another plan."""
    ISSUED = "issued"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Issue:
    """Under which number and on which day a plan was issued, and the PDF that the office keeps of it."""

    number: str
    symbol: str
    date: date
    pdf: str = ""
    """The SHA-256 of the PDF in hexadecimal, under which the office's file keeps it."""
    pdf_name: str = ""
