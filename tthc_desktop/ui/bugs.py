"""The one hook for what nobody expected: a log, and a bar that offers to copy the report."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from tthc_desktop import __version__

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
_log = logging.getLogger("tthc_desktop")


def report(error: BaseException) -> str:
    """Return what a developer needs: version, system, traceback."""
    import platform  # noqa: PLC0415 - only when something is wrong
    import traceback  # noqa: PLC0415

    where = f"TTHC Desktop {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return f"{where}\n{''.join(traceback.format_exception(error))}"


def keep_log(folder: Path) -> None:
    """Write warnings and bugs to a file in the folder from now on."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - slow to load, and not for the first paint

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "tthc-desktop.log"
    handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)


def noted(error: BaseException) -> str:
    """Log a bug and return its report."""
    words = report(error)
    _log.error(words)
    return words


def catch(show: Callable[[str], None]) -> Hook:
    """Send every uncaught exception to the log and to `show`; return the hook that was there before."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        show(noted(error))

    sys.excepthook = hook
    return before
