"""The ZIP file that a workbook is, opened only when what is in it can be borne."""

from tthc_desktop.documents.reading import archive
from tthc_desktop.documents.reading.archive import DAMAGES
from tthc_desktop.errors import UserError

__all__ = ["BEARABLE", "DAMAGES", "Archive", "damaged", "locked"]

BEARABLE = archive.Bearable(
    called="bảng tính",
    program="Excel",
    way_out="Hãy mở bằng Excel, chép bảng cần dùng sang một tệp mới, lưu lại rồi nhập tệp mới đó.",
    protection="Bảo vệ sổ làm việc",
    largest_part=600_000_000,
    largest_whole=1_000_000_000,
    most_parts=20_000,
    least_suspect=50_000_000,
    greatest_ratio=400,
)
"""A sheet with 1,048,576 rows of seven empty but formatted cells has about 400 MB of XML; repeated rows of a real
sheet shrink 20 to 100 times. Pictures and comments are parts too, so a real workbook may have many."""


class Archive(archive.Archive):
    """The parts of a workbook by name, whatever their case and slashes."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(name, data, BEARABLE)


def damaged(name: str) -> UserError:
    return archive.damaged(name, BEARABLE)


def locked(name: str) -> UserError:
    return archive.locked(name, BEARABLE)
