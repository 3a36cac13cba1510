"""Passwords asked for: never among the arguments, where others could read them."""

import sys
from getpass import getpass

_LONGEST = 4096
"""How many characters of a line a script may give."""


def secret(question: str) -> str:
    """Ask without showing what is typed; a script gives one line on the standard input."""
    return getpass(question) if sys.stdin.isatty() else sys.stdin.readline(_LONGEST).rstrip("\r\n")
