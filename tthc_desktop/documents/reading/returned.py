"""Returned files and folders read in one go: a bad file is told of and never stops the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tthc_desktop.documents.reading.listing import Unread, listed
from tthc_desktop.documents.reading.own_process import Ask, at_once
from tthc_desktop.documents.reading.sheets.reading import read_book
from tthc_desktop.documents.reading.unit_sheet import read_unit_sheet
from tthc_desktop.errors import UserError
from tthc_desktop.models.sending.returned import ReturnedSheet

KINDS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv"})
"""Endings of the files that are read in a folder; a file that is named by itself is read whatever its name."""
_FOLDER = "Hãy chọn đúng thư mục chứa các bảng mà đơn vị gửi lại."

Told = Callable[[int, int], None]
"""Told how many files of how many have been read; it may raise to stop."""


@dataclass(frozen=True, slots=True)
class ReturnedFiles:
    """What some files and folders hold; `skipped` are the files in folders that are no workbooks."""

    sheets: tuple[ReturnedSheet, ...] = ()
    unread: tuple[Unread, ...] = ()
    skipped: tuple[str, ...] = ()


def read_returned(paths: Sequence[Path], told: Told | None = None, ask: Ask = at_once) -> ReturnedFiles:
    """Read returned sheets from files and folders, in any order; each file once, however often it is named."""
    listing = listed(paths, KINDS, _FOLDER)
    unread = [*listing.unread]
    sheets: list[ReturnedSheet] = []
    for count, (path, name) in enumerate(listing.names.items(), 1):
        try:
            sheets.append(_named(ask(_read, name, path), name))
        except UserError as error:
            unread.append(Unread(name, error))
        if told:
            told(count, len(listing.names))
    return ReturnedFiles(tuple(sheets), tuple(unread), listing.skipped)


def _read(path: Path) -> ReturnedSheet:
    return read_unit_sheet(read_book(path))


def _named(sheet: ReturnedSheet, name: str) -> ReturnedSheet:
    if name == sheet.file:
        return sheet
    return replace(sheet, file=name, problems=tuple(replace(problem, file=name) for problem in sheet.problems))
