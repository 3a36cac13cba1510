"""A job: what there is before it, its steps, and what there is by now."""

import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import Protocol

from tests.drill.state import state_in, state_of
from tthc_desktop.cli import main
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import State as EntryState
from tthc_desktop.office import Office

Step = Callable[[], object]
"""One operation. When it returns, its work is acknowledged; a `UserError` says that nothing was done."""
OFFICE = "van-phong.tthc"
APART = " | "
"""Between what several files hold: each of them is as it was, or as it comes to be."""


class Job(Protocol):
    """Work in a folder of its own; the same numbers of chance make the same work."""

    def prepare(self, folder: Path) -> None:
        """Put into the empty folder what the work begins with."""

    def steps(self, folder: Path, chance: Random, /) -> Iterator[Step]:
        """Yield the operations, each when the one before has succeeded."""

    def states(self, folder: Path) -> tuple[str, ...]:
        """Return what there is, last of all as it is now; before it, as it was after each part of the last step."""

    def agrees(self, folder: Path, /) -> bool:
        """Tell whether the memory of the one who works holds what the files do."""


class Commands:
    """A job that is done by commands, each of which opens the office for itself."""

    def __init__(self) -> None:
        self._entries = 0

    def prepare(self, folder: Path) -> None:
        """Make an office without anything."""
        Office.open(folder / OFFICE).close()

    def states(self, folder: Path) -> tuple[str, ...]:
        path = folder / OFFICE
        now = state_in(path)
        with Office.open(path) as office:
            entries = sum(entry.state is EntryState.DONE for entry in office.history())
            parts = entries - self._entries - 1 if self._entries else 0
            self._entries = entries
            earlier = []
            for _ in range(parts):
                office.undo()
                earlier.append(state_of(office))
            for _ in earlier:
                office.redo()
        return (*reversed(earlier), now)

    def agrees(self, _: Path) -> bool:
        return True


def ask(folder: Path, *arguments: str | Path) -> str:
    """Do a command and return what it said; a refusal raises what it was."""
    said, complaint = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(complaint):
        status = main(["--office", str(folder / OFFICE), *map(str, arguments)])
    if status:
        raise UserError(complaint.getvalue().strip(), "")
    return said.getvalue()
