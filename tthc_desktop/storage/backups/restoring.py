"""A backup restored into a new file; no file that is there is ever written over."""

import os
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups.cards import Stored, still_there
from tthc_desktop.storage.backups.copying import check_office, write_out
from tthc_desktop.storage.backups.folders import PART
from tthc_desktop.storage.backups.making import hash_of
from tthc_desktop.storage.looking import left_log
from tthc_desktop.storage.syncing import sync, sync_folder


def restore(stored: Stored, new_file: Path, password: str = "") -> None:
    """Write the office's file in a backup to a new file, whole or not at all.

    `UserError` where there is a file of that name, and where the backup is no longer as it was written: what can still
    be saved of it is another matter (`repair`).
    """
    to = new_file.absolute()
    with trouble.told(to):
        if to.exists():
            raise _taken(to)
        if log := left_log(to):
            raise trouble.left_log(log)
        if not to.parent.is_dir():
            raise trouble.no_folder(to)
        part = to.with_name(to.name + PART)
        try:
            check_written(stored)
            write_out(stored, part, password)
            check_office(part, stored.path.name)
            sync(part)
            _give_name(part, to)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(to.parent)


def check_written(stored: Stored) -> None:
    """Refuse a backup whose file has changed since it was written."""
    still_there(stored)
    card = stored.backup
    if card is not None and hash_of(stored.path) != card.sha256:
        raise UserError(
            f"Bản sao lưu “{stored.path.name}” đã bị thay đổi hoặc hỏng từ lúc ghi.",
            "Hãy chọn bản sao lưu khác; nếu chỉ còn bản này, hãy dùng lệnh repair để cứu phần còn đọc được.",
        )


def _give_name(part: Path, to: Path) -> None:
    """Give a file its name unless another one has come to have it meanwhile."""
    try:
        os.link(part, to)
    except FileExistsError:
        raise _taken(to) from None
    except OSError:
        # Sticks and some network folders know no links.
        part.rename(to)


def _taken(path: Path) -> UserError:
    return UserError(
        f"Đã có tệp “{path.name}” ở nơi đó.", "Hãy đặt một tên khác; khôi phục không bao giờ ghi đè lên tệp đã có."
    )
