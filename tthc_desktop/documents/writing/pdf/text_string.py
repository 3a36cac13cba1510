"""Words of any language as a string object of a PDF (ISO 32000-1, 7.9.2.2)."""


def text_string(words: str) -> str:
    """Return words as a hexadecimal string in UTF-16 with its mark."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"
