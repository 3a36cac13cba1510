"""The parts of a Word file in one archive, always the same bytes for the same parts."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of named parts, in their order, without the time of day."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, part in parts.items():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, part.encode() if isinstance(part, str) else part)
    return file.getvalue()
