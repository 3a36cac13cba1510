"""Backups of an office's file: made and checked, listed, looked into, restored into a new file."""

from tthc_desktop.storage.backups.cards import Stored
from tthc_desktop.storage.backups.checking import check
from tthc_desktop.storage.backups.folders import folder_of
from tthc_desktop.storage.backups.listing import listed
from tthc_desktop.storage.backups.making import make
from tthc_desktop.storage.backups.reading import read
from tthc_desktop.storage.backups.restoring import restore
from tthc_desktop.storage.backups.snapshot import described

__all__ = ["Stored", "check", "described", "folder_of", "listed", "make", "read", "restore"]
