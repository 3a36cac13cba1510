"""Files that are no workbook though their name may say so, and what to do with each."""

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refuse_other_kinds(name: str, data: bytes) -> None:
    pass
