"""When backups of an office are made, and where to: the same for the window and for commands."""

from datetime import datetime
from pathlib import Path

from tthc_desktop.models.backups.values import Reason
from tthc_desktop.storage.backups import Stored, folder_of, make

__all__ = ["Stored", "before", "folder_of"]


def before(office: Path, reason: Reason) -> Stored:
    """Back the office up before it changes much at once; `UserError` when that fails, and then nothing is to change."""
    return make(office, reason, datetime.now().astimezone())
