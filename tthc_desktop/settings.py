"""Where the program keeps the user's own data: in the user's home, or beside a program that is carried on a stick."""

import sys
from pathlib import Path

from tthc_desktop.errors import UserError

PROGRAM = "TTHC Desktop"
OFFICE = "van-phong.tthc"
ROOTS = "chung-thu-goc"
LOGS = "log"
PORTABLE = ("portable", "portable.txt")
"""A file of one of these names beside the installed program makes it carry its data along."""
CARRIED_DATA = "du-lieu"
"""The folder beside the program which then holds the data; to make it is enough, too."""


def data_folder() -> Path:
    """Return the folder of the user's own data, which is made when absent: on this computer, not a synchronised one."""
    folder = _data_path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"Không tạo được thư mục dữ liệu “{folder}”.", "Hãy kiểm tra quyền ghi và chỗ trống trên ổ đĩa rồi mở lại."
        ) from error
    return folder


def office_file() -> Path:
    """Return the file of the user's own office, which need not exist yet, in a folder that does."""
    return data_folder() / OFFICE


def office_place() -> Path:
    """Return where the user's own office lies or would lie; nothing is made."""
    return _data_path() / OFFICE


def log_folder() -> Path:
    """Return where the program writes down what went wrong in it; it need not exist."""
    return _data_path() / LOGS


def roots_folder() -> Path:
    """Return where the office puts the certificates of authorities that it trusts; it need not exist."""
    return _data_path() / ROOTS


def program_folder() -> Path | None:
    """Return the folder of the installed program; a checkout has none."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def carried_data() -> Path | None:
    """Return the folder of data beside a program that is carried along, None where it is none."""
    folder = program_folder()
    if folder is None:
        return None
    carried = folder / CARRIED_DATA
    return carried if carried.is_dir() or any((folder / name).is_file() for name in PORTABLE) else None


def memory_file() -> Path | None:
    """Return where a program that is carried along remembers its window; elsewhere the system's own place is meant."""
    carried = carried_data()
    return carried / "cua-so.ini" if carried else None


def _data_path() -> Path:
    if carried := carried_data():
        return carried
    from platformdirs import user_data_path  # noqa: PLC0415 - the window asks for less than this before it is painted

    return user_data_path(PROGRAM, appauthor=False, roaming=False)
