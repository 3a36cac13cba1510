"""What the archive of all plans is called inside, so that it is known again when it comes back."""

from dataclasses import dataclass

FORMAT = "tthc-desktop/all-plans"
VERSION = 1
INDEX = "DANH-MUC.json"
"""The list of the plans with the check of each of their files."""
README = "DOC-TRUOC.txt"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the archive: its name with folders, its size in bytes, its SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str
