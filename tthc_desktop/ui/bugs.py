"""The one hook for what nobody expected: a log without the office's words, and a bar that offers to report it."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
LOG = "tthc-desktop.log"
_log = logging.getLogger("tthc_desktop")


def keep_log(folder: Path) -> None:
    """Write warnings and bugs to a file in the folder from now on."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - slow to load, and not for the first paint

    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / LOG, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)


def note(error: BaseException) -> None:
    """Log a bug, without what may be words of the office."""
    from tthc_desktop.ui.bug_reports.masking import trace  # noqa: PLC0415 - only when something is wrong

    _log.error("%s", trace(error))


def catch(show: Callable[[BaseException], None]) -> Hook:
    """Send every uncaught exception to the log and to `show`; return the hook that was there before."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        note(error)
        show(error)

    sys.excepthook = hook
    return before
