"""A file with another version of the program: what it says of itself, who signed it, and each file in it by its hash.

It is a ZIP file: `manifest.json` names the version, the system and every file with its SHA-256 and size;
`manifest.sig` is the signature of those very bytes (Ed25519), where the supplier signs; the rest are the files.
"""

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.resources import resource

PROGRAM = "tthc-desktop"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
ENDING = ".tthc-capnhat"
MOST_FILES, MOST_BYTES, MOST_WORDS = 20_000, 2_000_000_000, 10_000_000
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}")
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError, OverflowError, EOFError, RuntimeError)
"""What Python's own reader of ZIP files and of JSON raises for a damaged, hostile or locked one."""
_HASH = re.compile(r"[0-9a-f]{64}")


class Signed(Enum):
    """What is known of who made a package."""

    BY_SUPPLIER = "chữ ký đúng của nơi cung cấp"
    NOT = "không có chữ ký của nơi cung cấp"
    UNKNOWN = "có chữ ký, nhưng chương trình này không có khóa để kiểm"


@dataclass(frozen=True, slots=True)
class File:
    """One file of the program."""

    sha256: str
    size: int
    runs: bool
    """Whether it is started as a program."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself."""

    version: str
    system: str
    contents: str
    """The folder of libraries that this version has for itself."""
    programs: tuple[str, ...]
    """The programs beside that folder."""
    files: Mapping[str, File]

    def is_older_than(self, version: str) -> bool:
        """Tell whether this would be a step to an earlier version; it may not open what a later one has written."""
        return _numbers(self.version) < _numbers(version)


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package."""

    manifest: Manifest
    signed: Signed
    sha256: str
    """Of the manifest, and so of all that is in it."""
    archive: zipfile.ZipFile


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Open a package and check what it says of itself; the files are checked when they are taken."""
    try:
        with zipfile.ZipFile(path) as archive:
            said = _read(archive, MANIFEST)
            signature = _read(archive, SIGNATURE) if SIGNATURE in archive.namelist() else b""
            yield Package(_manifest(said), _signed(said, signature), hashlib.sha256(said).hexdigest(), archive)
    except FileNotFoundError as error:
        raise UserError(f"Không tìm thấy tệp “{path}”.", "Hãy kiểm tra lại đường dẫn.") from error
    except _DAMAGED as error:
        raise not_a_package(path) from error
    except OSError as error:
        raise UserError(f"Không đọc được tệp “{path}”.", "Hãy kiểm tra ổ đĩa, USB rồi thử lại.") from error


def not_a_package(path: Path) -> UserError:
    """Return what is said of a file that is no package, or a damaged one."""
    return UserError(
        f"“{path.name}” không phải tệp cập nhật của chương trình, hoặc đã hỏng.", "Hãy lấy lại tệp từ nơi cung cấp."
    )


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    info = archive.getinfo(name)
    if info.file_size > MOST_WORDS:
        raise ValueError(name)
    return archive.read(info)


def _manifest(said: bytes) -> Manifest:
    found = json.loads(said)
    version, contents = str(found["version"]), str(found["contents"])
    files = {str(name): _file(one) for name, one in found["files"].items()}
    programs = tuple(map(str, found["programs"]))
    good = (
        found["program"] == PROGRAM
        and is_version(version)
        and contents == f"app-{version}"
        and programs
        and len(files) <= MOST_FILES
        and sum(file.size for file in files.values()) <= MOST_BYTES
        and all(name in programs or _is_below(name, contents) for name in files)
        and all(name in files and is_plain(name) for name in programs)
    )
    if not good:
        raise ValueError(MANIFEST)
    return Manifest(version, str(found["system"]), contents, programs, files)


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def _file(one: Mapping[str, object]) -> File:
    sha256, size = str(one["sha256"]), one["size"]
    if not _HASH.fullmatch(sha256) or not isinstance(size, int) or size < 0:
        raise ValueError(sha256)
    return File(sha256, size, one.get("runs") is True)


def _is_below(name: str, folder: str) -> bool:
    first, *parts = name.split("/")
    return first == folder and bool(parts) and all(map(is_plain, parts))


def is_version(words: str) -> bool:
    """Tell whether these words are the number of a version."""
    return bool(_VERSION.fullmatch(words))


def is_plain(part: str) -> bool:
    """Tell whether a name is one of a file or folder here, and of nothing above it, on any system."""
    return part not in {"", ".", ".."} and not re.search(r'[/\\:*?"<>|\0]', part) and part == part.strip(" .")


def _signed(said: bytes, signature: bytes) -> Signed:
    if not signature:
        return Signed.NOT
    place = resource("cap-nhat", "khoa-cong-khai.pem")
    if not place.is_file():
        return Signed.UNKNOWN
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - only an update needs it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import load_pem_public_key  # noqa: PLC0415

    key = load_pem_public_key(place.read_bytes())
    try:
        if isinstance(key, Ed25519PublicKey):
            key.verify(signature, said)
            return Signed.BY_SUPPLIER
    except InvalidSignature:
        pass
    raise UserError(
        "Chữ ký của tệp cập nhật không đúng: tệp đã bị thay đổi hoặc của nơi khác.",
        "Đừng cài tệp này; hãy lấy lại tệp từ nơi cung cấp.",
    )
