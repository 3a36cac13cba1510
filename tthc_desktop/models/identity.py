"""Identities: made in Python, kept through edits, export and return, new for every copy.

What is cut and comes back into its plan is no copy (`models/editing/arriving.py`).
"""

import secrets
from typing import Protocol

Id = str


class Identified(Protocol):
    """Anything with an identity."""

    @property
    def id(self) -> Id: ...


def new_id() -> Id:
    """Return a fresh identity of 16 hexadecimal digits."""
    return secrets.token_hex(8)
