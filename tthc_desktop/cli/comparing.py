"""`compare`: a plan beside another plan, or beside a file that is told by its content."""

from contextlib import suppress
from pathlib import Path

from tthc_desktop.cli import years
from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes

_HEAD = 1024
_PAPERS = frozenset({".docx", ".docm", ".doc", ".odt", ".rtf"})


def compare(wishes: Wishes) -> Answer:
    """Tell what differs between a plan and what is named beside it."""
    if _begins_as_pdf(Path(wishes.newer)):
        from tthc_desktop.cli.comparing_pdf import compare_pdf  # noqa: PLC0415 - only needed here

        return compare_pdf(wishes)
    if _is_paper(Path(wishes.newer)):
        from tthc_desktop.cli.comparing_word import compare_word  # noqa: PLC0415 - only needed here

        return compare_word(wishes)
    return years.compare(wishes)


def _is_paper(path: Path) -> bool:
    """Tell whether a file is meant: one that there is, or a name that only papers have."""
    with suppress(OSError, ValueError):
        return path.is_file() or path.suffix.lower() in _PAPERS
    return False


def _begins_as_pdf(path: Path) -> bool:
    with suppress(OSError, ValueError):
        if path.is_file():
            with path.open("rb") as file:
                return b"%PDF-" in file.read(_HEAD)
    return False
