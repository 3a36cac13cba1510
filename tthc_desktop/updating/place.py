"""The installed program that is running: where it lies, and whether it may change itself."""

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from tthc_desktop import __version__
from tthc_desktop.errors import UserError
from tthc_desktop.settings import program_folder

_OF_SYSTEM = ("/usr/", "/opt/")
_MACHINES = {"amd64": "x86_64", "x64": "x86_64", "arm64": "aarch64"}


@dataclass(frozen=True, slots=True)
class Installed:
    """A program's folder with the version in it."""

    folder: Path
    version: str
    system: str
    """What it runs on, like `linux-x86_64`; a package for another one is refused."""


def system() -> str:
    """Return what this program runs on."""
    machine = platform.machine().lower()
    return f"{sys.platform}-{_MACHINES.get(machine, machine)}"


def installed() -> Installed:
    """Return the installed program; where it cannot be changed from a file, say who changes it."""
    folder = program_folder()
    if folder is None:
        raise UserError(
            "Chương trình đang chạy từ mã nguồn nên không cập nhật từ tệp được.", "Hãy cập nhật mã nguồn rồi chạy lại."
        )
    if folder.as_posix().startswith(_OF_SYSTEM):
        raise UserError(
            "Chương trình được cài bằng gói .deb, do hệ thống quản lý.",
            "Hãy nhờ người quản trị máy cài gói .deb mới: sudo apt install ./tên-gói.deb",
        )
    if not os.access(folder, os.W_OK):
        raise UserError(
            f"Không có quyền ghi vào thư mục chương trình “{folder}”.", "Hãy nhờ người đã cài chương trình cập nhật."
        )
    return Installed(folder, __version__, system())
