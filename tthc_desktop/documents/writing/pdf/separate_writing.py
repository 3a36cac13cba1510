"""The files of a print written beside each other: all of them or none, and never over one that was signed."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from tthc_desktop.documents.writing.files import write_several
from tthc_desktop.documents.writing.pdf.separate import PrintedFile
from tthc_desktop.errors import UserError

_SIGNED = b"/ByteRange"
"""What every signature says in the open: which bytes it covers."""


def write_separately(out: Path, files: Sequence[PrintedFile]) -> tuple[Path, ...]:
    """Write the paper under the name that is asked for, its appendices beside it, and return where all are."""
    paths = (out, *(out.with_name(file.name) for file in files[1:]))
    _refuse_signed(paths)
    write_several(zip(paths, (file.data for file in files), strict=True))
    return paths


def _refuse_signed(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):  # what cannot be read is not there, or told when it is written
            if _SIGNED in path.read_bytes():
                raise UserError(
                    f"Tệp “{path.name}” đã được ký số nên không ghi đè.", "Hãy đặt tên khác hoặc chọn thư mục khác."
                )
