"""Returned files and folders read in one go: a bad file is told of and never stops the others."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tthc_desktop.documents.reading.sheets.reading import read_book
from tthc_desktop.documents.reading.unit_sheet import read_unit_sheet
from tthc_desktop.errors import UserError
from tthc_desktop.models.sending.returned import ReturnedSheet
from tthc_desktop.models.text import clean

KINDS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv"})
"""Endings of the files that are read in a folder; a file that is named by itself is read whatever its name."""
_MOST = 2_000

Told = Callable[[int, int], None]
"""Told how many files of how many have been read; it may raise to stop."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of which nothing could be read, and why."""

    file: str
    error: UserError


@dataclass(frozen=True, slots=True)
class ReturnedFiles:
    """What some files and folders hold; `skipped` are the files in folders that are no workbooks."""

    sheets: tuple[ReturnedSheet, ...] = ()
    unread: tuple[Unread, ...] = ()
    skipped: tuple[str, ...] = ()


def read_returned(paths: Sequence[Path], told: Told | None = None) -> ReturnedFiles:
    """Read returned sheets from files and folders, in any order; each file once, however often it is named."""
    files: dict[Path, Path] = {}
    skipped: list[str] = []
    unread: list[Unread] = []
    for path in paths:
        try:
            found, others = _listed(path)
        except UserError as error:
            unread.append(Unread(clean(path.name), error))
            continue
        for file in found:
            files.setdefault(_resolved(file), file)
        skipped += others
    wanted = sorted(files.values())
    names = _names(wanted)
    sheets: list[ReturnedSheet] = []
    for count, path in enumerate(wanted, 1):
        try:
            sheets.append(_named(read_unit_sheet(read_book(path)), names[path]))
        except UserError as error:
            unread.append(Unread(names[path], error))
        if told:
            told(count, len(wanted))
    return ReturnedFiles(tuple(sheets), tuple(unread), tuple(skipped))


def _listed(path: Path) -> tuple[list[Path], list[str]]:
    """Return the files to read at a path, and the names of those in a folder that are none."""
    try:
        if not path.is_dir():
            return [path], []
        everything = sorted(_files(path))
    except (OSError, ValueError) as error:
        raise UserError(
            f"Không đọc được thư mục “{path}”.", "Hãy kiểm tra quyền đọc, ổ đĩa hoặc mạng rồi thử lại."
        ) from error
    if len(everything) > _MOST:
        raise UserError(f"Thư mục “{path}” có quá nhiều tệp.", "Hãy chọn đúng thư mục chứa các bảng mà đơn vị gửi lại.")
    wanted = [file for file in everything if file.suffix.lower() in KINDS and not file.name.startswith(("~$", "."))]
    taken = set(wanted)
    return wanted, [clean(str(file.relative_to(path))) for file in everything if file not in taken]


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, few more than anybody wants to read."""
    for count, path in enumerate(folder.rglob("*")):
        if path.is_file():
            yield path
        if count > 2 * _MOST:
            return


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # reading it will tell what is wrong
        return path


def _names(files: Sequence[Path]) -> dict[Path, str]:
    """Return what each file is called: its name, with its folder where two have the same."""
    counted = Counter(file.name for file in files)
    return {file: clean(file.name if counted[file.name] == 1 else f"{file.parent.name}/{file.name}") for file in files}


def _named(sheet: ReturnedSheet, name: str) -> ReturnedSheet:
    if name == sheet.file:
        return sheet
    return replace(sheet, file=name, problems=tuple(replace(problem, file=name) for problem in sheet.problems))
