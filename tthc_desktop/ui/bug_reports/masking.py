"""The trace of an error without the office's words: what is quoted, Vietnamese or the user's own folder is covered."""

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

COVERED = "…"
_QUOTED = re.compile(r"'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|“[^”\n]*”")
_PLACE = re.compile(r'  File "[^"]*\.py", line \d+, in [\w<>.]+')
"""A place as the trace of another process tells it, which comes with the error."""
_FOREIGN = re.compile(r"[^\s:;,()\[\]{}]*[^\x00-\x7f…][^\s:;,()\[\]{}]*")


def whole(error: BaseException) -> str:
    """Return the trace with every word of the messages."""
    return _homeless("".join(traceback.format_exception(error)))


def trace(error: BaseException) -> str:
    """Return the trace, its lines of code as they are, and of the messages only what no office has written."""
    lines: list[str] = []
    for each in reversed([*_chain(error)]):
        lines += ["".join(traceback.format_tb(each.__traceback__)).rstrip("\n"), *_said(each)]
    return _homeless("\n".join(lines)).rstrip("\n")


def _said(error: BaseException) -> Iterator[str]:
    """Yield what an error says; a message that goes on over more lines quotes something, so its first is told."""
    told = traceback.TracebackException.from_exception(error)
    quoted = frozenset(str(told).splitlines()[1:])
    for line in "".join(told.format_exception_only()).splitlines():
        yield line if _PLACE.fullmatch(line) else COVERED if line in quoted else masked(line)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and those that it came of, the newest first."""
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def masked(words: str) -> str:
    """Return a message with everything covered that is quoted or not plain English letters."""
    return _FOREIGN.sub(COVERED, _QUOTED.sub(COVERED, words))


def _homeless(words: str) -> str:
    """Leave out where the user's own folder lies, for it has the user's name."""
    return words.replace(str(Path.home()), "~")
