"""The archive of all papers taken back."""

from tthc_desktop.documents.reading.everything.archive import is_everything, kept_files, read_everything

__all__ = ["is_everything", "kept_files", "read_everything"]
