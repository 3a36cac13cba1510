"""The package tried as an office would: installed by apt in a Debian that holds nothing else, and started there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from installer import screen
from installer.debian import LINUX, NAME

USER = "vanthu"
_PREVIEW = (700, 450, 1260, 660)
"""Where the preview of the sample plan stands in the window, and nothing before it is there."""
_FORMALITIES = (
    ("desktop-file-validate", "*.desktop"),
    ("appstreamcli validate --no-net", "*.metainfo.xml"),
    ("xmllint --noout", "*-mime.xml"),
)


def check_package(package: Path, build: Path) -> int:
    """Check the formalities, install, try, draw the window, remove; return 0 when all is well."""
    if failed := [command for command, files in _FORMALITIES if not is_formally_good(command, files)]:
        say(f"not good: {', '.join(failed)}")
        return 1
    if not can_make_root():
        say("LEFT OUT: the clean system, which needs root, mmdebstrap and mounting; tried here instead")
        return try_unpacked(package, build)
    root = build / "root"
    try:
        make_root(root, package)
        return try_installed(root, build) or check_removal(root)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def is_formally_good(command: str, files: str) -> bool:
    """Let a tool look at some of our files; one that is absent is named."""
    words = command.split()
    if shutil.which(words[0]) is None:
        say(f"left out: {words[0]} is not here")
        return True
    done = subprocess.run([*words, *map(str, LINUX.glob(files))], check=False)
    say(f"{command}: {'good' if done.returncode == 0 else 'NOT GOOD'}")
    return done.returncode == 0


def can_make_root() -> bool:
    """Tell whether a clean system can be made here."""
    if os.geteuid() != 0 or shutil.which("mmdebstrap") is None:
        return False
    return subprocess.run(["unshare", "--mount", "--net", "true"], capture_output=True, check=False).returncode == 0


def make_root(root: Path, package: Path) -> None:
    """Make a Debian of apt and what it needs, and install the package by it: so its dependencies have to be right."""
    shutil.rmtree(root, ignore_errors=True)
    hooks = (
        f"--customize-hook=copy-in {package} /tmp",
        f'--customize-hook=chroot "$1" apt-get install -y --no-install-recommends /tmp/{package.name}',
        f'--customize-hook=chroot "$1" useradd --create-home {USER}',
    )
    command = ["mmdebstrap", "--variant=apt", "--quiet", *hooks, release(), str(root)]
    sources = Path("/etc/apt/sources.list.d/debian.sources")
    run([*command, *([str(sources)] if sources.is_file() else [])])
    say(f"installed by apt in a clean Debian ({release()}), {packages_in(root)} packages in all")


def release() -> str:
    """Return the code name of this system's release."""
    words = dict(line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line)
    return words["VERSION_CODENAME"].strip('"')


def packages_in(root: Path) -> int:
    """Return how many packages the clean system holds."""
    told = (root / "var" / "lib" / "dpkg" / "status").read_text(encoding="utf-8")
    return told.count("\nStatus: install ok installed")


def try_installed(root: Path, build: Path) -> int:
    """Let the installed program try itself in the clean system, then open its window on a virtual screen."""
    say("without a network from here on")
    if status := inside(root, f"{NAME} --self-test"):
        return status
    with screen.started() as shown:
        opened = start_inside(root, f"{NAME} --sample", shown.name)
        drawn = shown.wait_until_drawn(_PREVIEW)
        shown.picture().save(picture := build / "installed-window.png")
        opened.terminate()
        opened.wait()
    say(f"the installed window on a virtual screen, {'drawn' if drawn else 'NOT DRAWN'}: {picture}")
    return 0 if drawn else 1


def inside(root: Path, command: str) -> int:
    """Run a command in the clean system as a plain user, and return its exit status."""
    opened = start_inside(root, command)
    return opened.wait()


def start_inside(root: Path, command: str, display: str = "") -> subprocess.Popen[bytes]:
    """Start a command in the clean system, which sees nothing of this one but the virtual screen, and no network."""
    sockets = root / "tmp" / ".X11-unix"
    sockets.mkdir(exist_ok=True)
    mounts = f"mount -t proc proc '{root}/proc'"
    if display:
        mounts += f" && mount --bind /tmp/.X11-unix '{sockets}'"
    script = f"{mounts} && exec chroot --userspec={USER}:{USER} '{root}' sh -c 'cd; exec {command}'"
    plain = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": f"/home/{USER}", "LANG": "C.UTF-8"}
    if display:
        plain["DISPLAY"] = display
    return subprocess.Popen(["unshare", "--mount", "--net", "sh", "-c", script], env=plain)


def check_removal(root: Path) -> int:
    """Remove the package as apt does, and look whether anything of the program stays; the user's data does."""
    data = f"/home/{USER}/.local/share"
    if status := inside(root, f"{NAME} list >/dev/null"):
        return status
    run(["chroot", str(root), "dpkg", "--purge", NAME])
    left = [path for path in root.glob(f"usr/**/*{NAME}*") if not path.is_symlink() or path.exists()]
    kept = list((root / data.lstrip("/")).glob("*/*.tthc"))
    say(f"removed: {len(left)} files of the program left, the office's data {'kept' if kept else 'LOST'}")
    return 0 if kept and not left else 1


def try_unpacked(package: Path, build: Path) -> int:
    """Unpack the package into a folder and let the program try itself there, with a bare environment."""
    root = build / "root"
    shutil.rmtree(root, ignore_errors=True)
    run(["dpkg-deb", "-x", str(package), str(root)])
    plain = {"PATH": "/usr/bin:/bin", "HOME": str(root), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([str(root / "usr" / "bin" / NAME), "--self-test"], env=plain, check=False).returncode


def run(command: Sequence[str]) -> None:
    """Run a command; what it says is shown only when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
        raise SystemExit(f"failed: {' '.join(command)}")


def say(line: str) -> None:
    """Tell what was found."""
    print(f"installer: {line}", flush=True)
