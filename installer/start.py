"""Where the installed program begins: the window, or one of the commands.

On Windows there are two programs of the same parts, since one with a window cannot write to a terminal. On Linux there
is one: it opens the window unless a command is named.
"""

import os
import sys
from collections.abc import Sequence
from multiprocessing import freeze_support
from pathlib import Path


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit status."""
    give_back_library_path()  # also to the processes in which readers start LibreOffice
    freeze_support()
    if wants_window(arguments, windowed=sys.stdout is None):
        from tthc_desktop.__main__ import main as open_window  # noqa: PLC0415 - one of the two is loaded

        return open_window(arguments)
    from tthc_desktop.cli import main as run_command  # noqa: PLC0415

    return run_command(arguments)


def wants_window(arguments: Sequence[str], *, windowed: bool) -> bool:
    """Tell whether the window is asked for: by no command, or by an office's file in the place of one."""
    begin = arguments[0] if arguments else ""
    named = 2 if begin == "--office" else int(begin.startswith("--office="))
    first = arguments[named] if len(arguments) > named else ""
    return windowed or first in {"", "--sample", "--self-test"} or Path(first).suffix.lower() == ".tthc"


def give_back_library_path() -> None:
    """Let programs that we start (LibreOffice, a viewer) find the system's libraries, not ours."""
    former = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if former:
        os.environ["LD_LIBRARY_PATH"] = former


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
