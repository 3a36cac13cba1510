"""A file that shows work done, which the office keeps as it is."""

from pathlib import Path

from tthc_desktop.documents.limits import LARGEST_EVIDENCE
from tthc_desktop.documents.reading.raw import Wanted, raw

_WANTED = Wanted("tệp minh chứng", LARGEST_EVIDENCE, "Hãy chọn tệp nhỏ hơn, hoặc nén tệp lại.")


def read_evidence(path: Path) -> bytes:
    """Return the bytes of a file of any kind."""
    return raw(path, _WANTED)
