"""The ZIP file that an office document is, opened only when what is in it can be borne."""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from tthc_desktop.documents.limits import Unpacked
from tthc_desktop.errors import UserError

DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What reading a damaged or encrypted part of a ZIP file raises."""

_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""How parts of office documents are packed; what else the library unpacks may ask for gigabytes before it begins."""


@dataclass(frozen=True, slots=True)
class Bearable:
    """How a kind of document is called, with which program it is mended, and how large it may be."""

    called: str
    program: str
    way_out: str
    protection: str
    unpacked: Unpacked


class Archive:
    """The parts of a document by name, whatever their case and slashes."""

    def __init__(self, name: str, data: bytes | IO[bytes], bearable: Bearable) -> None:
        self.file = name
        self._bearable = bearable
        try:
            self._zip = zipfile.ZipFile(BytesIO(data) if isinstance(data, bytes) else data)
        except DAMAGES as error:
            raise damaged(name, bearable) from error
        infos = self._zip.infolist()
        whole = sum(info.file_size for info in infos)
        too_many = len(infos) > bearable.unpacked.most_parts or whole > bearable.unpacked.largest_whole
        if too_many or any(_bursts(info, bearable.unpacked) for info in infos):
            raise UserError(
                f"Tệp “{name}” phình ra quá lớn khi mở ({whole // 1_000_000} MB), không phải {bearable.called} thường.",
                bearable.way_out,
            )
        if any(info.compress_type not in _PACKED for info in infos):
            raise damaged(name, bearable)
        self._parts = {_plain(info.filename): info for info in infos if info.filename and not info.is_dir()}

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._parts

    def names(self) -> list[str]:
        return list(self._parts)

    def open(self, part: str) -> IO[bytes]:
        """Open a part that is there; the words of a damaged one fail while they are read."""
        try:
            return self._zip.open(self._parts[_plain(part)])
        except (*DAMAGES, KeyError) as error:
            raise damaged(self.file, self._bearable) from error

    def read(self, part: str) -> bytes:
        """Return the words of a part that is there, no more of them than the archive says it has."""
        try:
            with self.open(part) as stream:
                return stream.read(self._bearable.unpacked.largest_part)
        except DAMAGES as error:
            raise damaged(self.file, self._bearable) from error


def _bursts(info: zipfile.ZipInfo, bearable: Unpacked) -> bool:
    ratio = info.file_size / max(info.compress_size, 1)
    suspect = info.file_size > bearable.least_suspect and ratio > bearable.greatest_ratio
    return info.file_size > bearable.largest_part or suspect


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def damaged(name: str, bearable: Bearable) -> UserError:
    return UserError(
        f"Tệp “{name}” bị hỏng hoặc tải về chưa đủ nên không đọc được.",
        f"Hãy xin lại tệp gốc, hoặc thử mở bằng {bearable.program} (chọn sửa chữa nếu được hỏi), lưu lại rồi nhập lại.",
    )


def locked(name: str, bearable: Bearable) -> UserError:
    return UserError(
        f"Tệp “{name}” có mật khẩu mở tệp nên không đọc được.",
        f"Hãy mở bằng {bearable.program} với mật khẩu, vào Tệp › Thông tin › {bearable.protection}, "
        "xóa mật khẩu, lưu lại rồi nhập lại.",
    )
