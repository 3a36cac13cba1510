"""Make what an office installs, for the system that this runs on: `python3 dev.py installer [--check]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import perf_counter

from installer.bill import write_bill
from installer.bundle import BUILD, make_bundle
from installer.portable import make_portable
from installer.update_package import make_update


def main() -> int:
    """Build the bundle and its package; with `--check`, install it in a clean system and try it there."""
    parser = argparse.ArgumentParser(prog="dev.py installer", description=__doc__)
    parser.add_argument("--check", action="store_true", help="install it in a clean Debian and try it there")
    parser.add_argument("--release", action="store_true", help="pack it smaller, with the files for updates and sticks")
    parser.add_argument("--key", type=Path, metavar="FILE", help="the key that signs updates (PEM, Ed25519)")
    wishes = parser.parse_args()
    begun = perf_counter()
    bundle = make_bundle(BUILD)
    parts = write_bill(bundle)
    tell(begun, f"the program's folder: {bundle}, {megabytes(bundle)}, {len(parts)} parts named with their licences")
    if wishes.release:
        for made in (make_update(bundle, BUILD, wishes.key), make_portable(bundle, BUILD)):
            tell(begun, f"{made}, {megabytes(made)}")
    return on_linux(bundle, begun, wishes) if sys.platform == "linux" else on_windows(bundle, begun)


def on_linux(bundle: Path, begun: float, wishes: argparse.Namespace) -> int:
    """Make the Debian package, and try it where that is asked for."""
    from installer.debian import make_package  # noqa: PLC0415 - each system makes its own

    package = make_package(bundle, BUILD, smallest=wishes.release)
    tell(begun, f"the Debian package: {package}, {megabytes(package)}")
    if not wishes.check:
        return 0
    from installer.checking import check_package  # noqa: PLC0415

    status = check_package(package, BUILD)
    tell(begun, "checked" if status == 0 else "NOT GOOD")
    return status


def on_windows(bundle: Path, begun: float) -> int:
    """Make the installer with Inno Setup, where it is at hand."""
    from installer.windows.inno import make_installer  # noqa: PLC0415 - each system makes its own

    made = make_installer(bundle, BUILD)
    tell(begun, f"the installer: {made}, {megabytes(made)}")
    return 0


def megabytes(path: Path) -> str:
    """Return the size of a file or of all files in a folder."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file() and not file.is_symlink()]
    return f"{sum(file.stat().st_size for file in files) / 1e6:.1f} MB"


def tell(begun: float, words: str) -> None:
    """Say what is done, and how long it has taken since the beginning."""
    print(f"installer: {perf_counter() - begun:4.0f} s  {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
