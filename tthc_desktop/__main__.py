"""`python -m tthc_desktop [--office FILE] [--sample]` opens the window; with `--self-test [REPORT]` it tries itself."""

import sys
from collections.abc import Sequence
from pathlib import Path

SELF_TEST = "--self-test"


def main(arguments: Sequence[str]) -> int:
    """Open the window, or let the program try itself, and return the exit status."""
    if arguments[:1] == [SELF_TEST]:
        from tthc_desktop.self_test import try_all  # noqa: PLC0415 - one of the two is loaded

        return try_all(Path(arguments[1]) if len(arguments) > 1 else None)
    from tthc_desktop.ui.app import main as open_window  # noqa: PLC0415

    return open_window(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
