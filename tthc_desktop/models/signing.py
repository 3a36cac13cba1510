"""As what a paper is signed (Decree 30/2020, Appendix I, Part I)."""

from enum import StrEnum


class SignAs(StrEnum):
    """Who signs, and where it is seen."""

    PERSON = "person"
    """The competent person: a picture between title and name."""
    ORGANISATION = "organisation"
    """The organisation: its seal over the left third of the person's signature."""
    APPENDIX = "appendix"
    """The organisation on an appendix of its own: a line at the top right of the first page."""


WORDS = {
    SignAs.PERSON: "người có thẩm quyền",
    SignAs.ORGANISATION: "cơ quan",
    SignAs.APPENDIX: "cơ quan, trên phụ lục",
}
