"""Identities: made in Python, kept through edits, export and return, new for every copy."""

import secrets

Id = str


def new_id() -> Id:
    """Return a fresh identity of 16 hexadecimal digits."""
    return secrets.token_hex(8)
