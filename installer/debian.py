"""The Debian package: the program's folder, its place in the menus, its kind of file, what it asks of the system."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from installer import elf
from installer.bundle import ROOT
from installer.icons import SIZES, draw
from tthc_desktop import __version__

NAME = "tthc-desktop"
DESKTOP = "vn.tthcdesktop.TTHCDesktop"
"""What desktops know the program by; the window says the same name (`ui/app.py`)."""
LINUX = ROOT / "installer" / "linux"

LIBRARY_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXau.so.6": "libxau6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgbm.so.1": "libgbm1",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Who brings, in Debian and Ubuntu, what is not carried along; newer releases still answer to these names."""

OF_C_LIBRARY = ("ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0", "libresolv.so.2",
                "librt.so.1", "libutil.so.1")  # fmt: skip
OPTIONAL = ("libqgtk3.so",)
"""Qt's part for GNOME's look, which asks for GNOME's own libraries: Qt does without where they are absent."""


class UnknownLibraryError(Exception):
    """The program needs a library of which nobody has said who brings it."""


def make_package(bundle: Path, build: Path, *, smallest: bool = False) -> Path:
    """Pack the program's folder as `NAME_VERSION_amd64.deb` under `build`; the smallest takes minutes longer."""
    tree = build / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    fill(tree, bundle)
    out = build / f"{NAME}_{__version__}_amd64.deb"
    packing = ("-Zxz", "-z9") if smallest else ("-Zzstd", "-z9")
    command = ["dpkg-deb", "--root-owner-group", *packing, "--build", str(tree), str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return out


def fill(tree: Path, bundle: Path) -> None:
    """Lay out all files of the package under `tree`."""
    program = tree / "usr" / "lib" / NAME
    shutil.copytree(bundle, program, symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    share = tree / "usr" / "share"
    put(LINUX / f"{DESKTOP}.desktop", share / "applications")
    put(LINUX / f"{DESKTOP}.metainfo.xml", share / "metainfo")
    put(LINUX / f"{NAME}-mime.xml", share / "mime" / "packages", f"{NAME}.xml")
    put(LINUX / "copyright", share / "doc" / NAME)
    zip_up((LINUX / "changelog").read_bytes(), share / "doc" / NAME / "changelog.gz")
    zip_up((LINUX / f"{NAME}.1").read_bytes(), share / "man" / "man1" / f"{NAME}.1.gz")
    put_icons(share / "icons" / "hicolor")
    write_control(tree, program)


def put(source: Path, folder: Path, name: str = "") -> None:
    """Copy a file into a folder that is made for it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / (name or source.name))


def zip_up(data: bytes, path: Path) -> None:
    """Write a file as gzip does, with nothing of the time in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data, mtime=0))


def put_icons(theme: Path) -> None:
    """Write the icons of the program and of its files, drawn and as pictures."""
    drawings = (
        (ROOT / "resources" / "icons" / "app.svg", "apps", NAME),
        (LINUX / "office.svg", "mimetypes", f"application-x-{NAME}"),
    )
    for drawing, kind, name in drawings:
        put(drawing, theme / "scalable" / kind, f"{name}.svg")
        for size in SIZES:
            draw(drawing, size, theme / f"{size}x{size}" / kind / f"{name}.png")


def write_control(tree: Path, program: Path) -> None:
    """Write what dpkg reads: the package's description and the sums of its files."""
    folder = tree / "DEBIAN"
    folder.mkdir()
    files = sorted(file for file in tree.glob("usr/**/*") if file.is_file() and not file.is_symlink())
    size = sum(file.stat().st_size for file in files) // 1024
    template = (LINUX / "control").read_text(encoding="utf-8")
    control = template.format(version=__version__, size=size, depends=", ".join(depends(program)))
    (folder / "control").write_text(control, encoding="utf-8")
    sums = "".join(f"{_md5(file)}  {file.relative_to(tree)}\n" for file in files)
    (folder / "md5sums").write_text(sums, encoding="utf-8")
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def depends(program: Path) -> list[str]:
    """Return the packages that the files of the program need, from what is written in the files themselves."""
    files = [file for file in program.rglob("*") if file.is_file() and file.name not in OPTIONAL]
    found = [need for file in files if (need := elf.needs(file)) is not None]
    carried = {file.name for file in program.rglob("*")}
    asked = {library for need in found for library in need.libraries} - carried - {*OF_C_LIBRARY}
    newest = max(need.glibc for need in found)
    return [f"libc6 (>= {newest[0]}.{newest[1]})", *packages_of(asked)]


def packages_of(libraries: Iterable[str]) -> list[str]:
    """Return the packages that bring some libraries, each once."""
    asked = sorted(libraries)
    if unknown := [library for library in asked if library not in LIBRARY_PACKAGES]:
        raise UnknownLibraryError(f"say in installer/debian.py which package brings {', '.join(unknown)}")
    return sorted({LIBRARY_PACKAGES[library] for library in asked})


def _md5(file: Path) -> str:
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()
