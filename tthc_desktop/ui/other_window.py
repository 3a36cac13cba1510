"""Another file of an office in a window of its own: a second process of this program."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess


def open_in_other_window(office: Path) -> bool:
    """Start the program with this file; tell whether it could be started. It goes on when this window is closed."""
    program = [] if getattr(sys, "frozen", False) else ["-m", "tthc_desktop"]
    started, _number = QProcess.startDetached(sys.executable, [*program, "--office", str(office)])
    return started
