"""Where the program keeps the user's own data."""

from pathlib import Path

from platformdirs import user_data_path

from tthc_desktop.errors import UserError

PROGRAM = "TTHC Desktop"
OFFICE = "van-phong.tthc"
ROOTS = "chung-thu-goc"
LOGS = "log"


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


def _data_path() -> Path:
    return user_data_path(PROGRAM, appauthor=False, roaming=False)
