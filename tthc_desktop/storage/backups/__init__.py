"""Backups of an office's file: made and checked, listed, looked into, restored into a new file.

An office's backups lie beside its file, and in a second place if it has named one, there locked if it wants. Each is a
whole office's file with a card; nothing here ever changes or deletes the office's own.
"""

from tthc_desktop.storage.backups.cards import Stored
from tthc_desktop.storage.backups.cards import stored as at
from tthc_desktop.storage.backups.checking import check
from tthc_desktop.storage.backups.folders import LOCKED, folder_of
from tthc_desktop.storage.backups.listing import listed, listed_in
from tthc_desktop.storage.backups.locking import is_locked
from tthc_desktop.storage.backups.making import make
from tthc_desktop.storage.backups.reading import kept_files, read
from tthc_desktop.storage.backups.restoring import restore
from tthc_desktop.storage.backups.snapshot import described

__all__ = [
    "LOCKED",
    "Stored",
    "at",
    "check",
    "described",
    "folder_of",
    "is_locked",
    "kept_files",
    "listed",
    "listed_in",
    "make",
    "read",
    "restore",
]
