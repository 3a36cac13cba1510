"""The ZIP file that a workbook is, opened only when what is in it can be borne."""

import zipfile
import zlib
from io import BytesIO
from typing import IO

from tthc_desktop.errors import UserError

LARGEST_PART = 600_000_000
"""A sheet with 1,048,576 rows of seven empty but formatted cells has about 400 MB of XML."""
LARGEST_WHOLE = 1_000_000_000
MOST_PARTS = 20_000
"""Pictures and comments are parts too, so a real workbook may have many."""
LEAST_SUSPECT, GREATEST_RATIO = 50_000_000, 400
"""Repeated rows of a real sheet shrink 20 to 100 times; what shrinks further and is large was made to burst."""
DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What reading a damaged or encrypted part of a ZIP file raises."""


class Archive:
    """The parts of a workbook by name, whatever their case and slashes."""

    def __init__(self, name: str, data: bytes) -> None:
        self.file = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except DAMAGES as error:
            raise damaged(name) from error
        infos = self._zip.infolist()
        whole = sum(info.file_size for info in infos)
        if len(infos) > MOST_PARTS or whole > LARGEST_WHOLE or any(_bursts(info) for info in infos):
            raise UserError(
                f"Tệp “{name}” phình ra quá lớn khi mở ({whole // 1_000_000} MB), không phải bảng tính thường.",
                "Hãy mở bằng Excel, chép bảng cần dùng sang một tệp mới, lưu lại rồi nhập tệp mới đó.",
            )
        self._parts = {_plain(info.filename): info for info in infos if not info.is_dir()}

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._parts

    def names(self) -> list[str]:
        return list(self._parts)

    def open(self, part: str) -> IO[bytes]:
        """Open a part that is there; the words of a damaged one fail while they are read."""
        try:
            return self._zip.open(self._parts[_plain(part)])
        except (*DAMAGES, KeyError) as error:
            raise damaged(self.file) from error


def _bursts(info: zipfile.ZipInfo) -> bool:
    ratio = info.file_size / max(info.compress_size, 1)
    return info.file_size > LARGEST_PART or (info.file_size > LEAST_SUSPECT and ratio > GREATEST_RATIO)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def damaged(name: str) -> UserError:
    return UserError(
        f"Tệp “{name}” bị hỏng hoặc tải về chưa đủ nên không đọc được.",
        "Hãy xin lại tệp gốc, hoặc thử mở bằng Excel (chọn sửa chữa nếu được hỏi), lưu lại rồi nhập lại.",
    )


def locked(name: str) -> UserError:
    return UserError(
        f"Tệp “{name}” có mật khẩu mở tệp nên không đọc được.",
        "Hãy mở bằng Excel với mật khẩu, vào Tệp › Thông tin › Bảo vệ sổ làm việc, xóa mật khẩu, lưu lại rồi nhập lại.",
    )
