"""All papers of an office in one archive: each as JSON, Word, Excel and PDF, with a list that tells of all."""

from tthc_desktop.documents.writing.everything.archive import Told, write_everything

__all__ = ["Told", "write_everything"]
