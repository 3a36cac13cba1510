"""Which file was opened, so that nothing is written to one that has been moved, deleted or replaced since.

Where files can go while they are open (a stick that is drawn, a program that copies folders), SQLite would go on
writing to what nobody finds again.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tthc_desktop.storage import trouble


@dataclass(frozen=True, slots=True)
class Identity:
    """A file by its name and by what the system calls it."""

    path: Path
    device: int
    number: int

    @classmethod
    def of(cls, path: Path) -> Self:
        """Return which file has this name now."""
        found = path.stat()
        return cls(path, found.st_dev, found.st_ino)

    def check(self) -> None:
        """Raise `UserError` where the name means no file any more, or another one."""
        try:
            found = self.path.stat()
        except FileNotFoundError as error:
            raise trouble.gone(self.path) from error
        # Windows lets no open file be replaced, and gives those of some network folders changing numbers.
        if os.name == "posix" and (found.st_dev, found.st_ino) != (self.device, self.number):
            raise trouble.replaced(self.path)
