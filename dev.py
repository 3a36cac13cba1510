#!/usr/bin/env python3
"""Set up, run, test and measure the project: `python3 dev.py run`, `python3 dev.py test`; see `--help` for the rest.

Only a plain Python is needed to start it. Everything else goes into `.venv` beside this file, and what only the system
can give (Qt's libraries) comes from Debian's packages where the user is root.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
SAMPLE = ROOT / "build" / "ke-hoach-mau.pdf"
RUN_LOCK = ROOT / "requirements-run.lock"
TEST_LOCK = ROOT / "requirements.lock"
OLDEST_PYTHON = (3, 11)

# What Linux must have, and the Debian package that brings it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# What some tests call; without one of them its tests are left out, by name.
TEST_TOOLS = {
    "soffice": "libreoffice-calc-nogui",
    "/usr/lib/libreoffice/program/libswlo.so": "libreoffice-writer-nogui",
    "pdftotext": "poppler-utils",
    "softhsm2-util": "softhsm2",
}

# What makes and tries the installer on Linux; without one of them its part is left out, by name.
INSTALLER_TOOLS = {
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "mmdebstrap": "mmdebstrap",
    "strip": "binutils",
    "xmllint": "libxml2-utils",
}

# Files of tests side by side, the long ones first (tests/long_files.py), so that no process waits long at the end.
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder")
CHECKS = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("lint-imports", "--no-logo"))


class SetUpError(Exception):
    """Known trouble, told in one line with what to do about it."""


def main(arguments: Sequence[str]) -> int:
    """Do the chore that `arguments` name and return the exit status."""
    name, rest = parse(arguments)
    try:
        return CHORES[name](rest)
    except SetUpError as trouble:
        say(f"cannot go on: {trouble}")
        return 1
    except KeyboardInterrupt:
        return 130


def parse(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return the chore's name and the arguments that it hands on."""
    chores = "\n".join(f"  {name:8} {chore.__doc__}" for name, chore in CHORES.items())
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, epilog=chores, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("chore", choices=CHORES)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on to what the chore starts")
    found = parser.parse_args(arguments)
    return found.chore, found.rest


def run(rest: Sequence[str]) -> int:
    """Open the window on a sample office; without a display, print the sample plan."""
    shown = has_display(sys.platform, os.environ)
    set_up(RUN_LOCK, {**QT_LIBRARIES, **(WINDOW_LIBRARIES if shown else {})})
    if shown:
        return call("python", "-m", "tthc_desktop", "--sample", *rest)
    SAMPLE.parent.mkdir(exist_ok=True)
    status = call("tthc-desktop", "sample", str(SAMPLE), *rest)
    if status == 0:
        say(f"no display here, so the sample plan was printed instead: {SAMPLE}")
    return status


def test(rest: Sequence[str]) -> int:
    """Run the static checks, then pytest: with the arguments that follow, else everything side by side."""
    set_up_tests()
    bring_test_tools()
    with nullcontext() if rest else compiling():
        status = static_checks()
    return status or call("python", "-m", "pytest", *(rest or SIDE_BY_SIDE))


def check(_rest: Sequence[str]) -> int:
    """Run only the static checks: ruff, mypy, import-linter."""
    set_up_tests()
    return static_checks()


def bench(rest: Sequence[str]) -> int:
    """Measure the program (tests/bench)."""
    set_up_tests()
    return call("python", "-m", "tests.bench", *rest)


def shots(rest: Sequence[str]) -> int:
    """Take pictures of the program's windows (tests/shots)."""
    set_up_tests()
    return call("python", "-m", "tests.shots", *rest)


def pictures(rest: Sequence[str]) -> int:
    """Take the pictures of the user guide anew: those that are named, else the outdated (tests/shots/guide.py)."""
    set_up_tests()
    return call("python", "-m", "tests.shots.guide", *rest)


def installer(rest: Sequence[str]) -> int:
    """Make what an office installs on a system like this one; `--check` tries it in a clean one."""
    set_up(TEST_LOCK, {**QT_LIBRARIES, **WINDOW_LIBRARIES, **python_library()})
    bring(INSTALLER_TOOLS)
    return call("python", "-m", "installer", *rest)


def lock(rest: Sequence[str]) -> int:
    """Write both lock files anew from pyproject.toml (`--upgrade` takes the newest releases)."""
    set_up_tests()
    whole = compile_lock(TEST_LOCK, "--group", "build", "--group", "dev", *rest)
    return whole or compile_lock(RUN_LOCK, "--group", "build", "--constraint", TEST_LOCK.name)


CHORES: dict[str, Callable[[Sequence[str]], int]] = {
    chore.__name__: chore for chore in (run, test, check, bench, installer, shots, pictures, lock)
}


@contextmanager
def compiling() -> Iterator[None]:
    """Meanwhile let pytest compile the tests: processes side by side would each do it for themselves."""
    gathered = (str(program("python")), "-m", "pytest", "--collect-only", "-qq")
    with subprocess.Popen(gathered, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        yield


def static_checks() -> int:
    """Run each check until one fails and return its exit status."""
    for command in CHECKS:
        say(" ".join(command))
        if status := call(*command):
            return status
    return 0


def compile_lock(target: Path, *options: str) -> int:
    """Pin with hashes, for every system, what pyproject.toml asks for."""
    fixed = ("--universal", "--python-version", "3.11", "--generate-hashes", "--quiet")
    command = ("--custom-compile-command", "python3 dev.py lock")
    return call("uv", "pip", "compile", *fixed, *command, "-o", target.name, *options, "pyproject.toml")


def set_up_tests() -> None:
    """Make ready what the tests need; they show no window."""
    set_up(TEST_LOCK, QT_LIBRARIES)


def bring_test_tools() -> None:
    """Install the programs that some tests call, where that is allowed; the tests do without them if need be."""
    bring(TEST_TOOLS)


def bring(tools: Mapping[str, str]) -> None:
    """Install the programs that this machine lacks, where that is allowed."""
    if sys.platform == "linux" and (packages := missing(tools)) and may_install():
        apt_install(packages)


def python_library() -> dict[str, str]:
    """Return Python as a library, which an installed program brings along, and its Debian package."""
    version = ".".join(map(str, sys.version_info[:2]))
    return {f"libpython{version}.so.1.0": f"libpython{version}"} if sys.base_prefix == "/usr" else {}


def set_up(lock_file: Path, needed: Mapping[str, str]) -> None:
    """Bring system packages, `.venv` and the locked packages to the state that the job needs."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:2]))
        raise SetUpError(f"Python 3.11 or newer is needed, and this is {found}.")
    if sys.platform == "linux":
        python = [] if is_usable(VENV) or importlib.util.find_spec("ensurepip") else ["python3-venv"]
        prepare_system([*python, *missing(needed)])
    make_venv()
    install(lock_file)


def prepare_system(packages: Sequence[str]) -> None:
    """Install missing Debian packages where that is allowed; without them there is no going on."""
    if packages and not (may_install() and apt_install(packages)):
        raise SetUpError(f"install these system packages first: sudo apt-get install {' '.join(packages)}")


def missing(needs: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of those libraries and tools that this machine lacks."""
    return [package for name, package in needs.items() if not is_here(name)]


def is_here(name: str) -> bool:
    """Tell whether a library can be loaded, a tool started, or a file is there that a whole path names."""
    if name.startswith("/"):
        return Path(name).exists()
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def may_install() -> bool:
    """Tell whether this user can install Debian packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages, quietly unless it fails, and tell whether it went well."""
    say(f"installing system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", "-qq", *step], env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            say("apt-get failed; its last words:\n" + "\n".join((done.stdout + done.stderr).strip().splitlines()[-3:]))
            return False
    return True


def make_venv() -> None:
    """Make `.venv` unless a working one is there."""
    if is_usable(VENV):
        return
    if VENV.is_symlink():
        raise SetUpError(f"{VENV} is a link to another folder, which would be emptied; remove the link and try again.")
    say(f"making {VENV}")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode:
        raise SetUpError("python could not make .venv; on Debian: sudo apt-get install python3-venv")


def is_usable(venv: Path) -> bool:
    """Tell whether `venv` has its Python and was made for this very folder."""
    settings = venv / "pyvenv.cfg"
    whole = settings.exists() and all(program(name).exists() for name in ("python", "pip"))
    return whole and str(venv) in settings.read_text(encoding="utf-8")


def install(lock_file: Path) -> None:
    """Install the locked packages and the project, unless the stamp says that they are there."""
    stamp = VENV / f"{lock_file.stem}.stamp"
    state = fingerprint([lock_file, ROOT / "pyproject.toml"])
    if stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return
    say(f"installing {lock_file.name} into {VENV} (the first time this takes some minutes)")
    pip("--require-hashes", "--only-binary", ":all:", "-r", lock_file.name)
    pip("--no-index", "--no-build-isolation", "-e", ".")
    stamp.write_text(state, encoding="utf-8")


def pip(*arguments: str) -> None:
    """Run pip's install in `.venv`."""
    quiet = ("--quiet", "--disable-pip-version-check", "--no-deps")
    if call("python", "-m", "pip", "install", *quiet, *arguments):
        raise SetUpError("pip failed as shown above; when the network is back, run the same command again.")


def fingerprint(files: Iterable[Path]) -> str:
    """Return one hash of the content of `files`."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown."""
    return platform in {"win32", "darwin"} or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def program(name: str) -> Path:
    """Return the path of a program in `.venv`."""
    return SCRIPTS / (f"{name}.exe" if sys.platform == "win32" else name)


def call(name: str, *arguments: str) -> int:
    """Run a program of `.venv` in the project's folder and return its exit status."""
    return subprocess.run([str(program(name)), *arguments], cwd=ROOT, check=False).returncode


def say(line: str) -> None:
    """Tell the user what is happening, before anything that a program started next will print."""
    print(f"dev.py: {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
