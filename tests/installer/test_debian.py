"""The Debian package: what its own files say that it needs, and the formalities of its parts."""

import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from installer import elf
from installer.debian import DESKTOP, LIBRARY_PACKAGES, LINUX, UnknownLibraryError, depends, fill, packages_of
from installer.icons import ICO_SIZES, draw, write_ico
from tthc_desktop import __version__
from tthc_desktop.ui.app import DESKTOP as NAME_OF_WINDOW

ICON = Path(__file__).resolve().parents[2] / "resources" / "icons" / "app.svg"
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="these files are of Linux")


@needs_linux
@pytest.mark.needs("ldd")
def test_a_library_says_what_it_needs_as_the_systems_own_tool_says_it() -> None:
    import _ssl  # noqa: PLC0415 - only Linux is asked

    told = subprocess.run(["ldd", _ssl.__file__], capture_output=True, text=True, check=True).stdout

    found = elf.needs(Path(_ssl.__file__))

    assert found is not None
    assert any(name.startswith("libssl.so") for name in found.libraries)
    assert all(name in told for name in found.libraries)
    assert (2, 2) < found.glibc < (3, 0)


def test_a_file_that_is_no_library_needs_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.so").write_bytes(b"MZ" + struct.pack("<Q", 1))

    assert elf.needs(tmp_path / "a.so") is None


def test_a_library_that_nobody_brings_is_refused() -> None:
    assert packages_of(["libEGL.so.1", "libGL.so.1"]) == ["libegl1", "libgl1"]

    with pytest.raises(UnknownLibraryError, match=r"libnovelty\.so\.1"):
        packages_of(["libEGL.so.1", "libnovelty.so.1"])


@needs_linux
def test_what_is_carried_along_is_not_asked_of_the_system(tmp_path: Path) -> None:
    bundle = some_bundle(tmp_path)

    c_library, *others = depends(bundle)

    assert c_library.startswith("libc6 (>= 2.")
    assert set(others) <= {*LIBRARY_PACKAGES.values()}


@needs_linux
def test_the_package_has_its_place_in_menus_and_its_kind_of_file(tmp_path: Path) -> None:
    fill(tree := tmp_path / "tree", some_bundle(tmp_path))

    assert (tree / "usr" / "bin" / "tthc-desktop").resolve() == tree / "usr" / "lib" / "tthc-desktop" / "tthc-desktop"
    share = tree / "usr" / "share"
    entry = (share / "applications" / f"{DESKTOP}.desktop").read_text(encoding="utf-8")
    kinds = ET.parse(share / "mime" / "packages" / "tthc-desktop.xml").getroot()
    [kind] = [each.attrib["type"] for each in kinds]
    assert f"MimeType={kind};" in entry
    assert "Exec=tthc-desktop %f" in entry
    assert ET.parse(share / "metainfo" / f"{DESKTOP}.metainfo.xml").findtext("id") == DESKTOP
    icons = share / "icons" / "hicolor"
    assert (icons / "48x48" / "apps" / "tthc-desktop.png").is_file()
    assert (icons / "scalable" / "mimetypes" / f"{kind.replace('/', '-')}.svg").is_file()
    assert f"Version: {__version__}\n" in (tree / "DEBIAN" / "control").read_text(encoding="utf-8")


def test_the_window_and_the_desktop_entry_have_one_name() -> None:
    assert NAME_OF_WINDOW == DESKTOP
    assert (LINUX / f"{DESKTOP}.desktop").is_file()


def test_releases_are_told_up_to_this_one() -> None:
    releases = ET.parse(LINUX / f"{DESKTOP}.metainfo.xml").iter("release")

    assert next(release.attrib["version"] for release in releases) == __version__
    assert (LINUX / "changelog").read_text(encoding="utf-8").startswith(f"tthc-desktop ({__version__})")


def test_icons_are_drawn_in_every_size(tmp_path: Path) -> None:
    draw(ICON, 48, tmp_path / "a.png")
    write_ico(ICON, tmp_path / "a.ico")

    with Image.open(tmp_path / "a.png") as picture:
        assert picture.size == (48, 48)
        assert len(picture.getcolors(5000) or ()) > 10
    with Image.open(tmp_path / "a.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in ICO_SIZES}


def some_bundle(folder: Path) -> Path:
    """Return a folder like the program's: one library of Python's, and what it needs that is carried along."""
    import _ssl  # noqa: PLC0415 - only Linux is asked

    bundle = folder / "bundle"
    bundle.mkdir()
    shutil.copy(_ssl.__file__, bundle / "tthc-desktop")
    for name in ("libssl.so.3", "libcrypto.so.3", "libssl.so.1.1", "libcrypto.so.1.1"):
        (bundle / name).touch()
    return bundle
