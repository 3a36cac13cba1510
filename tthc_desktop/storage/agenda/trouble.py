"""Trouble with the index that the surroundings are to blame for: no room or no right to write in the folder for it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tthc_desktop.errors import UserError

_OF_THE_DISK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


@contextmanager
def told() -> Iterator[None]:
    """Tell the clerk of such trouble; everything else is a bug and stays one."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF not in _OF_THE_DISK:
            raise
        raise UserError(
            "Không lập được danh sách việc đến hạn: không ghi được vào thư mục tạm của máy.",
            "Hãy dọn chỗ trống, kiểm tra quyền ghi rồi mở lại Tổng quan; dữ liệu của cơ quan vẫn nguyên.",
        ) from error
