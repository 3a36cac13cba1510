"""The workbooks of several units into one folder: all of them, or none."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from tthc_desktop.documents.writing.files import write
from tthc_desktop.documents.writing.unit_sheets.naming import sheet_name
from tthc_desktop.documents.writing.unit_sheets.workbook import unit_sheet
from tthc_desktop.errors import UserError
from tthc_desktop.models.sending.going_out import Outgoing
from tthc_desktop.models.sending.workshare import WorkShare
from tthc_desktop.models.spans import title


def free_names(folder: Path, shares: Iterable[WorkShare], period: str = "") -> tuple[str, ...]:
    """Return a file name for each share and the span of a key that nothing in the folder has.

    What came back may lie there too.
    """
    taken = [path.name for path in _listed(folder)]
    names: list[str] = []
    for share in shares:
        names.append(sheet_name(share.name, share.plan_title, [*taken, *names], title(period)))
    return tuple(names)


def write_sheets(folder: Path, sheets: Sequence[Outgoing]) -> tuple[Path, ...]:
    """Write the workbooks under their names; when one cannot be written, none stays."""
    books = [(sheet.sending.file, unit_sheet(sheet.share, sheet.sent, sheet.sending.due)) for sheet in sheets]
    return write_together(folder, books)


def write_together(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write files under their names into a folder, which is made; when one cannot be written, none stays."""
    made = _made(folder)
    written: list[Path] = []
    try:
        for name, data in files:
            write(folder / name, data)
            written.append(folder / name)
    except UserError:
        remove_sheets(written)
        _remove(made)
        raise
    return tuple(written)


def remove_sheets(paths: Iterable[Path]) -> None:
    """Take back workbooks that were written in vain."""
    for path in paths:
        with suppress(OSError):
            path.unlink()


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # not there yet, or not for us: writing will tell
        return []


def _made(folder: Path) -> Sequence[Path]:
    """Make the folder where it is absent, and return what was made, the innermost first."""
    try:
        absent = [path for path in (folder, *folder.parents) if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise UserError(
            f"Không dùng được thư mục “{folder}”.", "Hãy chọn một thư mục khác mà bạn có quyền ghi."
        ) from error
    return absent


def _remove(folders: Iterable[Path]) -> None:
    """Take back folders that were made in vain; one that is not empty stays."""
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()
