"""The program in a folder that is carried along: unpacked on a stick, it runs and keeps its data beside it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tthc_desktop import __version__
from tthc_desktop.settings import CARRIED_DATA, PORTABLE
from tthc_desktop.updating.package import PROGRAM
from tthc_desktop.updating.place import system

FOLDER = "TTHC Desktop"
WORDS = f"""TTHC Desktop {__version__}, bản mang theo

Mở chương trình trong thư mục này; không cần cài đặt. Vì có tệp {PORTABLE[1]} này bên cạnh, dữ liệu
của cơ quan nằm ngay trong thư mục {CARRIED_DATA} ở đây, đi cùng chương trình. Xóa tệp này thì chương
trình dùng dữ liệu trên máy.

USB rút ra khi chương trình đang mở có thể làm hỏng dữ liệu: hãy đóng chương trình trước, và giữ bản
sao lưu ở nơi khác.
"""


def make_portable(bundle: Path, build: Path) -> Path:
    """Pack the program's folder with the file that makes it keep its data beside it."""
    out = build / f"{PROGRAM}-{__version__}-{system()}-mang-theo.zip"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{FOLDER}/{PORTABLE[1]}", WORDS.replace("\n", "\r\n"))
        for file in sorted(file for file in bundle.rglob("*") if file.is_file()):
            archive.write(file, f"{FOLDER}/{file.relative_to(bundle).as_posix()}")
    return out
