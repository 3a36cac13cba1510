"""The trace of an error without the office's words: what is quoted, Vietnamese or the user's own folder is covered."""

import re
import traceback
from pathlib import Path

COVERED = "…"
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”")
_FOREIGN = re.compile(r"[^\s:;,()\[\]{}]*[^\x00-\x7f…][^\s:;,()\[\]{}]*")


def whole(error: BaseException) -> str:
    """Return the trace with every word of the messages."""
    return _homeless("".join(traceback.format_exception(error)))


def trace(error: BaseException) -> str:
    """Return the trace, its lines of code as they are, and of the messages only what no office has written."""
    return "\n".join(line if _is_code(line) else masked(line) for line in whole(error).splitlines())


def masked(words: str) -> str:
    """Return a message with everything covered that is quoted or not plain English letters."""
    return _FOREIGN.sub(COVERED, _QUOTED.sub(COVERED, words))


def _is_code(line: str) -> bool:
    """Tell whether a line of a trace names a place in the program, which is indented, and no message."""
    return line.startswith(("  File ", "    ", "Traceback "))


def _homeless(words: str) -> str:
    """Leave out where the user's own folder lies, for it has the user's name."""
    return words.replace(str(Path.home()), "~")
