"""The window with the office that is tried, drawn on the screen where there is one, else out of sight."""

import os
import sys
from pathlib import Path

from tthc_desktop.self_test.place import NotAsWantedError

_FEWEST = 20
"""A window with words, icons and a page has more colours than this."""


def draw_window(office: Path, plan: str, out: Path) -> str:
    """Draw the window into a file, and tell its measures."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tthc_desktop.ui.portrait import draw  # noqa: PLC0415 - Qt chooses its screen when it is loaded

    found = draw(office, plan, out)
    if found.bugs:
        raise NotAsWantedError("\n".join(found.bugs))
    if found.colours < _FEWEST:
        raise NotAsWantedError(f"cửa sổ chỉ có {found.colours} màu")
    return f"{found.width} × {found.height} điểm, {found.colours} màu, màn hình {found.screen}"
