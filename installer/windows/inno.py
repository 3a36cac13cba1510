"""The installer for Windows, made by Inno Setup's compiler."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from installer.bundle import ROOT
from tthc_desktop import __version__

SCRIPT = ROOT / "installer" / "windows" / "tthc-desktop.iss"


def make_installer(bundle: Path, build: Path) -> Path:
    """Compile the script and return the installer; without the compiler say where to get it."""
    compiler = found_compiler()
    if compiler is None:
        raise SystemExit("install Inno Setup 6 first (winget install JRSoftware.InnoSetup), then run this again")
    names = {"Version": __version__, "Bundle": str(bundle), "Out": str(build), "Root": str(ROOT)}
    subprocess.run([compiler, "/Qp", *(f"/D{name}={value}" for name, value in names.items()), str(SCRIPT)], check=True)
    return build / f"tthc-desktop-{__version__}-windows-x64.exe"


def found_compiler() -> str | None:
    """Return the compiler's path, on the search path or where its own installer puts it."""
    folders = [os.environ.get("PROGRAMFILES(X86)", ""), os.environ.get("LOCALAPPDATA", "") + r"\Programs"]
    usual = [Path(folder) / "Inno Setup 6" / "ISCC.exe" for folder in folders if folder]
    return shutil.which("iscc") or next((str(path) for path in usual if path.is_file()), None)
