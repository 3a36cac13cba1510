"""Where a printed paper is to be signed: the named fields of its file, page and box."""

from dataclasses import dataclass

PERSON = "Người ký"
"""The field of the person who signs: a picture of the signature between title and name (cell 7c)."""
ORGANISATION = "Cơ quan"
"""The field of the organisation: its seal over the left third of the person's signature (cell 8)."""


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """A field to be signed: its name, its page counted from 0, and (left, bottom, right, top) of its box.

    The box is in points from the lower left corner of the page, as PDF counts. An appendix that is a file of its own
    has one field, named as its label is.
    """

    name: str
    page: int
    box: tuple[float, float, float, float]
