"""Little installed programs of two versions, and packages of them as the installer's own module makes them."""

from pathlib import Path

import pytest

from installer import update_package
from tthc_desktop.updating import Installed
from tthc_desktop.updating.place import system

NAMES = ("tthc-desktop", "TTHC Desktop")


def laid(folder: Path, version: str) -> Installed:
    """Lay out a program: small programs that need the libraries of their version."""
    library = folder / f"app-{version}" / "lib"
    library.mkdir(parents=True)
    (library / "a.txt").write_text(f"thư viện {version}", encoding="utf-8")
    for name in NAMES:
        (folder / name).write_text(f"app-{version}", encoding="utf-8")
        (folder / name).chmod(0o755)
    return Installed(folder, version, system())


def packed(folder: Path, version: str, key: Path | None = None) -> Path:
    """Pack a version into a file below `folder`."""
    bundle = laid(folder / f"bundle-{version}", version).folder
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(update_package, "__version__", version)
        patched.setattr(update_package, "CONTENTS", f"app-{version}")
        return update_package.make_update(bundle, folder, key)


def version_in(folder: Path) -> str:
    """Return the version that starts: all programs need the same libraries, which are there."""
    [needed] = {(folder / name).read_text(encoding="utf-8") for name in NAMES}
    assert (folder / needed / "lib" / "a.txt").is_file()
    return needed.removeprefix("app-")
