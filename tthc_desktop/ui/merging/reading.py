"""Reading returned sheets outside the window's thread: each that can be read, and why the others cannot."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.errors import UserError
from tthc_desktop.models.merge.values import FileOutcome
from tthc_desktop.models.returned import ReturnedSheet

if TYPE_CHECKING:
    from tthc_desktop.ui.background import Job


@dataclass(frozen=True, slots=True)
class Received:
    """What was read of some files, and what was refused, in their order."""

    sheets: tuple[ReturnedSheet, ...] = ()
    refused: tuple[FileOutcome, ...] = ()


def read_sheets(paths: Sequence[Path], job: "Job") -> Received:
    """Read the files one by one; none stops the others."""
    sheets: list[ReturnedSheet] = []
    refused: list[FileOutcome] = []
    alike = Counter(path.name for path in paths)
    for number, path in enumerate(paths, 1):
        if job.cancelled:
            break
        name = path.name if alike[path.name] == 1 else f"{path.parent.name}/{path.name}"
        try:
            sheets.append(_under(name, _read(path)))
        except UserError as error:
            refused.append(FileOutcome(name, "", "", 0, f"{error.what} {error.advice}"))
        job.progressed.emit(number, len(paths))
    return Received(tuple(sheets), tuple(refused))


def _read(path: Path) -> ReturnedSheet:
    from tthc_desktop.documents.reading.sheets.reading import read_book  # noqa: PLC0415 - in the worker's time
    from tthc_desktop.documents.reading.unit_sheet import read_unit_sheet  # noqa: PLC0415

    return read_unit_sheet(read_book(path))


def _under(name: str, sheet: ReturnedSheet) -> ReturnedSheet:
    """Return the sheet under the name that tells it from the other files."""
    problems = tuple(replace(problem, file=name) for problem in sheet.problems)
    return replace(sheet, file=name, problems=problems)
