"""The ZIP file that a workbook is, opened only when what is in it can be borne."""

from tthc_desktop.documents.limits import WORKBOOK_PARTS
from tthc_desktop.documents.reading import archive
from tthc_desktop.documents.reading.archive import DAMAGES
from tthc_desktop.errors import UserError

__all__ = ["BEARABLE", "DAMAGES", "Archive", "damaged", "locked"]

BEARABLE = archive.Bearable(
    called="bảng tính",
    program="Excel",
    way_out="Hãy mở bằng Excel, chép bảng cần dùng sang một tệp mới, lưu lại rồi nhập tệp mới đó.",
    protection="Bảo vệ sổ làm việc",
    unpacked=WORKBOOK_PARTS,
)


class Archive(archive.Archive):
    """The parts of a workbook by name, whatever their case and slashes."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(name, data, BEARABLE)


def damaged(name: str) -> UserError:
    return archive.damaged(name, BEARABLE)


def locked(name: str) -> UserError:
    return archive.locked(name, BEARABLE)
