"""The archive of all papers taken back."""

from tthc_desktop.documents.reading.everything.archive import is_everything, read_everything

__all__ = ["is_everything", "read_everything"]
