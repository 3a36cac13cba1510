"""Keeps None and True alive before Python 3.12.

PySide6 6.12 gives away a reference to None with each call that returns nothing, and one to True with each signal, as
if they could not be deallocated. That is so from Python 3.12 on (PEP 683); before, a window that paints dies within
minutes of "none_dealloc: deallocating None". More references than any day's work gives away make them as good as
immortal. Nothing here is needed once Python 3.11 is left behind.
"""

import sys

_OLD = sys.version_info < (3, 12)
_held: list[object] = [None, True] * 20_000 if _OLD else []
"""Enough for the start; ctypes, which makes enough for ever, is slow to load."""


def hold_for_ever() -> None:
    """Add more references than can be given away."""
    if not _OLD or len(_held) % 2:
        return
    import ctypes  # noqa: PLC0415 - only old Pythons need it

    for single in (None, True):
        ctypes.c_ssize_t.from_address(id(single)).value += 1 << 40
    _held.append("for ever")
