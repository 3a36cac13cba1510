"""LibreOffice for the tests of Word files."""

from tests.documents.writing.word.opening import suite

__all__ = ["suite"]
