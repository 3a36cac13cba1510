"""Waiting until something is on the disk, and not only said to be."""

import os
import sys
from pathlib import Path


def sync(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can say so."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError:
        # Some network folders cannot; their server has the names.
        pass
    finally:
        os.close(number)
