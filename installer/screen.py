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
_PLAIN = 20
"""Words have more colours than this along their edges, an empty surface has one."""
_STILL = 3


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

    def is_drawn(self, box: tuple[int, int, int, int]) -> bool:
        """Tell whether there is more than an empty surface in a part of the screen."""
        return self.picture().crop(box).getcolors(_PLAIN) is None

    def wait_until_drawn(self, box: tuple[int, int, int, int], longest: float = 90.0) -> bool:
        """Wait until something is there and the screen stays as it is for some seconds."""
        last, before, still = monotonic() + longest, b"", 0
        while monotonic() < last and still < _STILL:
            sleep(1)
            now = self.picture().tobytes()
            still = still + 1 if now == before and self.is_drawn(box) else 0
            before = now
        return self.is_drawn(box)


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
