"""Files written whole or not at all, and on the disk before anything rests on them."""

import os
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.storage.backups.folders import PART
from tthc_desktop.storage.syncing import sync_folder


def write(path: Path, data: bytes) -> None:
    """Write a file in place of the one with its name, if there is one."""
    part = path.with_name(path.name + PART)
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder of backups where there is none; `UserError` where a file has its name."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UserError(
            f"Không tạo được thư mục sao lưu “{folder.name}” vì có một tệp mang tên ấy.",
            "Hãy đổi tên hoặc chuyển tệp ấy đi rồi làm lại.",
        ) from error
