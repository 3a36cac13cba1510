"""Old papers read one after the other: a bad one is told of and never stops the others."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.everything import is_everything, read_everything
from tthc_desktop.documents.reading.files import WORKBOOKS, is_workbook, read_file
from tthc_desktop.documents.reading.laid_out.blocks import Step, no_step
from tthc_desktop.documents.reading.own_process import Ask, at_once
from tthc_desktop.errors import UserError

PAPERS = frozenset(
    ".docx .docm .dotx .dotm .doc .dot .odt .ott .fodt .rtf .pdf .txt .md .html .htm .mht .mhtml .json".split()
)
KINDS = PAPERS | WORKBOOKS
"""Endings of the files that are read in a folder; a file that is named by itself is read whatever its name."""
ARCHIVE = ".zip"
FOLDER = "Hãy chọn đúng thư mục chứa các kế hoạch cũ."
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of one file: the drafts of its plans, or why there is none. `digest` is that of its bytes."""

    path: Path
    name: str
    drafts: tuple[Draft, ...] = ()
    error: UserError | None = None
    digest: str = ""


def read_several(names: Mapping[Path, str], step: Step = no_step, ask: Ask = at_once) -> Iterator[FileRead]:
    """Read files by what they are called; `step` hears of the pages of each file and may raise to stop."""
    for path, name in names.items():
        digest = _digest(path)
        try:
            yield FileRead(path, name, ask(read_plans, name, path, step=step), None, digest)
        except UserError as error:
            yield FileRead(path, name, (), error, digest)


def read_plans(path: Path, step: Step = no_step) -> tuple[Draft, ...]:
    """Read the plans of a file; a workbook or an archive that this program exported holds several."""
    if is_workbook(path):
        # The libraries of workbooks are loaded for workbooks alone.
        from tthc_desktop.documents.reading.sheets.own.plans import own_plans  # noqa: PLC0415
        from tthc_desktop.documents.reading.sheets.reading import read_book  # noqa: PLC0415

        if own := own_plans(read_book(path)):
            return tuple(one.draft for one in own)
    if is_everything(path):
        found = read_everything(path, step)
        first = replace(found.drafts[0], problems=(*found.problems, *found.drafts[0].problems))
        return (first, *found.drafts[1:])
    return (read_file(path, step),)


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, empty when it cannot be read, which reading it will tell."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                found.update(chunk)
    except (OSError, ValueError):
        return ""
    return found.hexdigest()
