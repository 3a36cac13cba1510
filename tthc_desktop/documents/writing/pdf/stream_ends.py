"""Streams that end on a line of their own, as PDF/A asks (ISO 19005-2, 6.1.7.1); reportlab lets them run on."""

from reportlab.pdfbase.pdfdoc import NoEncryption, PDFObject


class StreamEnds(NoEncryption):
    """What reportlab passes each finished stream through: the last place where its length is not told yet."""

    def encode(self, content: bytes | str) -> "_Ended":
        """Return a stream that is followed by the end of its line."""
        return _Ended(content.encode("latin-1") if isinstance(content, str) else content)


class _Ended(PDFObject):
    """The bytes of a stream; the end of the line behind them is not counted."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __len__(self) -> int:
        return len(self._content)

    def format(self, _document: object) -> bytes:
        """Return the bytes as they stand in the file."""
        return self._content + b"\n"
