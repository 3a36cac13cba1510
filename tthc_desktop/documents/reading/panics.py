"""Trouble of libraries written in Rust that give up over bytes: what they raise then is no `Exception`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tthc_desktop.errors import UserError

_PANIC = "PanicException"


@contextmanager
def panics_told(trouble: Callable[[], UserError]) -> Iterator[None]:
    """Raise what is told of the file where a library gives up within; anything else is raised as it is."""
    try:
        yield
    except Exception:
        raise
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise trouble() from error
