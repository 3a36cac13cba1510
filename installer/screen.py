"""A virtual screen, and a picture of what is on it."""

from __future__ import annotations

import os
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from PIL import Image

SIZE = (1366, 768)
_DRAWN = 200
"""A window with words and icons has more colours than this; an empty screen has one."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A running screen: its name for programs, and the file in which it keeps its dots."""

    name: str
    dots: Path

    def picture(self) -> Image.Image:
        """Return what is on the screen (the X server keeps it as an XWD file of 32 bits for each dot)."""
        data = self.dots.read_bytes()
        header, _, _, _, width, height = struct.unpack_from(">6I", data)
        line, colours = struct.unpack_from(">I", data, 48)[0], struct.unpack_from(">I", data, 76)[0]
        return Image.frombuffer("RGB", (width, height), data[header + 12 * colours :], "raw", "BGRX", line, 1)

    def is_drawn(self) -> bool:
        """Tell whether a window with words and icons is on it."""
        return self.picture().getcolors(_DRAWN) is None

    def wait_until_drawn(self, longest: float = 60.0) -> bool:
        """Wait until a window is there and what is on it stays as it is for a second."""
        last, before = monotonic() + longest, b""
        while monotonic() < last:
            sleep(1)
            now = self.picture().tobytes()
            if now == before and self.is_drawn():
                return True
            before = now
        return self.is_drawn()


@contextmanager
def started() -> Iterator[Screen]:
    """Start a virtual screen, and end it afterwards."""
    read, write = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-fbdir", folder, "-ac", "-nolisten", "tcp"]
        server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        try:
            with os.fdopen(read, encoding="ascii") as said:
                number = said.readline().strip()
            yield Screen(f":{number}", Path(folder) / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait()
