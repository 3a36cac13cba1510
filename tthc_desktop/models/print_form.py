"""What is chosen for one printing of a paper and does not belong to the paper itself."""

from dataclasses import dataclass

DRAFT = "DỰ THẢO"
"""The usual words above a paper that is not yet to be signed."""


@dataclass(frozen=True, slots=True)
class PrintForm:
    """How a paper is printed; the same paper in the same form gives the same bytes."""

    draft: str = ""
    """The words of the mark of a draft; empty for a paper to be signed."""
    fields: bool = True
    """Whether the file has empty, named signature fields."""
    contents: bool = False
    """Whether a table of contents is printed."""
    separate: bool = False
    """Whether each appendix is to be a file of its own, which the organisation signs at its top right corner."""


TO_SIGN = PrintForm()
"""The form in which a paper is handed over to be signed."""
