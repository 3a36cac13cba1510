"""The program's folder, made by PyInstaller: everything it needs but the system's own libraries."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from installer.icons import write_ico
from tthc_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "installer"
CONTENTS = f"app-{__version__}"
"""The folder of libraries beside the program. It bears the version, so that a newer one can be put beside it."""


def make_bundle(build: Path = BUILD) -> Path:
    """Put the program together in a folder under `build` and return it."""
    work, out = build / "work", build / "bundle"
    shutil.rmtree(out, ignore_errors=True)
    build.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        write_ico(ROOT / "resources" / "icons" / "app.svg", build / "tthc-desktop.ico")
    spec = ROOT / "installer" / "tthc_desktop.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    subprocess.run([*command, "--workpath", str(work), "--distpath", str(out), str(spec)], cwd=ROOT, check=True)
    folder = out / "tthc-desktop"
    if any(file.is_symlink() for file in folder.rglob("*")):
        raise SystemExit("there are links in the program's folder, which a stick cannot hold")
    if sys.platform == "linux":
        strip(folder)
    return folder


def strip(folder: Path) -> None:
    """Take the symbols for debuggers out of libraries, where the tool for it is at hand.

    Those that were mended to carry other libraries along are left alone: the tool would spoil them.
    """
    libraries = [file for file in (folder / CONTENTS).rglob("*.so*") if file.is_file() and not file.is_symlink()]
    plain = [file for file in libraries if not any(part == "PySide6" or part.endswith(".libs") for part in file.parts)]
    if shutil.which("strip"):
        subprocess.run(["strip", "--strip-unneeded", *map(str, plain)], check=True)


def version_words() -> object:
    """Return what Windows shows of the program's version among its properties."""
    from PyInstaller.utils.win32 import versioninfo as windows  # noqa: PLC0415 - only Windows reads it

    numbers = (*(int(part) for part in re.findall(r"\d+", __version__)[:3]), 0)
    words = {
        "ProductName": "TTHC Desktop",
        "FileDescription": "TTHC Desktop",
        "FileVersion": __version__,
        "ProductVersion": __version__,
        "LegalCopyright": "MIT",
    }
    table = windows.StringTable("042a04b0", [windows.StringStruct(name, word) for name, word in words.items()])
    kids = [windows.StringFileInfo([table]), windows.VarFileInfo([windows.VarStruct("Translation", [0x042A, 1200])])]
    return windows.VSVersionInfo(windows.FixedFileInfo(filevers=numbers, prodvers=numbers), kids)


def modules_of(folder: Path) -> list[str]:
    """Return the names of all modules that are packed into the program."""
    from PyInstaller.archive.readers import CArchiveReader  # noqa: PLC0415 - only asked once it is built

    program = folder / ("tthc-desktop.exe" if sys.platform == "win32" else "tthc-desktop")
    archive = CArchiveReader(str(program))
    return [name for part in archive.toc if part.endswith(".pyz") for name in archive.open_embedded_archive(part).toc]
