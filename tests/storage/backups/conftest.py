"""Backups whose passwords are worked out once."""

from tests.locks import remembered_locks

__all__ = ["remembered_locks"]
