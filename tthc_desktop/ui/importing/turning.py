"""The pages of a paper that has none of its own, made by LibreOffice where it is installed, for the eyes alone."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tthc_desktop.documents.reading.draft import Place
from tthc_desktop.models.plan import SourceLine
from tthc_desktop.ui.background import Job
from tthc_desktop.ui.stopping import step_of

_TURNED = frozenset({".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf"})


class Pages(NamedTuple):
    """A PDF, and where the lines of a paper stand in it."""

    data: bytes
    places: Mapping[int, Place]


def can_be_turned(path: Path) -> bool:
    """Tell whether the pages of a file can be made here."""
    from tthc_desktop.documents.reading.office_suite import installed  # noqa: PLC0415 - in the worker's time

    return path.suffix.lower() in _TURNED and installed() is not None


def turned(path: Path, lines: Sequence[SourceLine], job: Job) -> Pages:
    """Make the pages of a file and find its lines in them; called in a worker."""
    from tthc_desktop.documents.limits import LARGEST_PAPER  # noqa: PLC0415
    from tthc_desktop.documents.reading.kinds import tell  # noqa: PLC0415 - in the worker's time
    from tthc_desktop.documents.reading.office_suite import as_pdf  # noqa: PLC0415
    from tthc_desktop.documents.reading.pdf.finding import find_lines  # noqa: PLC0415
    from tthc_desktop.documents.reading.raw import Wanted, raw  # noqa: PLC0415

    data = raw(path, Wanted("tài liệu Word", LARGEST_PAPER, "Hãy xem tệp bằng chương trình của nó."))
    pages = as_pdf(data, tell(path.name, data), path.name, step_of(job))
    return Pages(pages, find_lines(lines, pages, path.name, step_of(job)))
