"""Any PDF read back as lines and rules, and measured against the decree of its day."""

from tthc_desktop.documents.measuring.checking import CheckedPrint, checked_print
from tthc_desktop.documents.measuring.reading import read_print

__all__ = ["CheckedPrint", "checked_print", "read_print"]
