"""A package taken into the program's folder, and one step back."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.updating.package import File, Package, is_plain, is_version
from tthc_desktop.updating.place import Installed

FORMER = "truoc"
"""The folder beside the program that keeps the programs of the former version."""
_NOTE = "ban.json"
_PART = ".dang-chep"
_CHUNK = 1 << 20
Step = Callable[[int, int], None]


def no_step(_done: int, _of: int) -> None:
    """Tell nobody how far it is."""


def install(package: Package, program: Installed, step: Step = no_step) -> None:
    """Put the package's version in the place of the installed one, which stays for one step back.

    `step` is told the bytes done, and how many there are. Nothing has changed when this raises.
    """
    manifest = package.manifest
    if manifest.system != program.system:
        raise UserError(
            f"Tệp cập nhật dành cho hệ khác ({manifest.system}); máy này là {program.system}.",
            "Hãy lấy tệp dành cho máy này.",
        )
    if manifest.version == program.version:
        raise UserError(f"Đang dùng đúng phiên bản {manifest.version} rồi.", "Không cần cập nhật.")
    contents = program.folder / manifest.contents
    part = contents.with_name(contents.name + _PART)
    try:
        _unpack(package, part, step)
        shutil.rmtree(contents, ignore_errors=True)
        (part / manifest.contents).replace(contents)
        _exchange(program.folder, part, manifest.programs, program.version)
    except OSError as error:
        raise _not_written(program.folder) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _forget_others(program.folder, manifest.contents, f"app-{program.version}")


def former(program: Installed) -> str:
    """Return the version to which one step back leads, nothing where there is none."""
    try:
        note = json.loads((program.folder / FORMER / _NOTE).read_text(encoding="utf-8"))
        version, names = str(note["version"]), list(map(str, note["programs"]))
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    whole = all(is_plain(name) and (program.folder / FORMER / name).is_file() for name in names)
    return version if whole and names and (program.folder / f"app-{version}").is_dir() else ""


def go_back(program: Installed) -> str:
    """Exchange the program and the former one, and return the version that is in its place now.

    Nothing has changed when this raises.
    """
    version = former(program)
    if not version:
        raise UserError("Không có bản trước để quay về.", "Chỉ quay về được bản ngay trước lần cập nhật gần nhất.")
    kept = program.folder / FORMER
    coming = program.folder / f"{FORMER}{_PART}"
    try:
        shutil.rmtree(coming, ignore_errors=True)
        shutil.copytree(kept, coming)
        names = json.loads((coming / _NOTE).read_text(encoding="utf-8"))["programs"]
        _exchange(program.folder, coming, names, program.version)
    except OSError as error:
        raise _not_written(program.folder) from error
    finally:
        shutil.rmtree(coming, ignore_errors=True)
    return version


def _unpack(package: Package, part: Path, step: Step) -> None:
    """Write all files of the package below `part`, each held against its hash."""
    shutil.rmtree(part, ignore_errors=True)
    files: Mapping[str, File] = package.manifest.files
    done, whole = 0, sum(file.size for file in files.values())
    for name, file in files.items():
        to = part / name
        to.parent.mkdir(parents=True, exist_ok=True)
        _write(package, name, file, to)
        done += file.size
        step(done, whole)


def _write(package: Package, name: str, file: File, to: Path) -> None:
    found, size = hashlib.sha256(), 0
    with package.archive.open(name) as source, to.open("wb") as target:
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > file.size:
                break
            found.update(chunk)
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
    if size != file.size or found.hexdigest() != file.sha256:
        raise UserError(f"Tệp cập nhật bị hỏng ở “{name}”.", "Hãy lấy lại tệp từ nơi cung cấp; chưa có gì thay đổi.")
    to.chmod(0o755 if file.runs else 0o644)


def _exchange(folder: Path, coming: Path, names: tuple[str, ...] | list[str], version: str) -> None:
    """Put the programs of `coming` in their places, the present ones of `version` into the folder of the former."""
    kept, older = folder / FORMER, folder / f"{FORMER}.cu"
    shutil.rmtree(older, ignore_errors=True)
    if kept.exists():
        kept.replace(older)
    try:
        _keep_and_exchange(folder, coming, names, version)
    except OSError:
        if older.exists():
            shutil.rmtree(kept, ignore_errors=True)
            older.replace(kept)
        raise
    shutil.rmtree(older, ignore_errors=True)


def _keep_and_exchange(folder: Path, coming: Path, names: tuple[str, ...] | list[str], version: str) -> None:
    kept = folder / FORMER
    kept.mkdir()
    present = [name for name in names if (folder / name).is_file()]
    for name in present:
        shutil.copy2(folder / name, kept / name)
    (kept / _NOTE).write_text(json.dumps({"version": version, "programs": present}), encoding="utf-8")
    try:
        for name in names:
            _take_place(coming / name, folder / name)
    except OSError:
        for name in present:
            shutil.copy2(kept / name, coming / name)
            _take_place(coming / name, folder / name)
        raise


def _take_place(new: Path, old: Path) -> None:
    """Let a program take another's place; one that runs on Windows can be renamed, not replaced."""
    try:
        new.replace(old)
    except PermissionError:
        away = old.with_name(f"{old.name}.cu")
        away.unlink(missing_ok=True)
        old.replace(away)
        new.replace(old)


def _forget_others(folder: Path, *kept: str) -> None:
    """Remove the libraries of versions to which no step leads any more."""
    for other in folder.glob("app-*"):
        if other.name not in kept and is_version(other.name.removeprefix("app-")):
            shutil.rmtree(other, ignore_errors=True)


def _not_written(folder: Path) -> UserError:
    return UserError(
        f"Không ghi được vào thư mục chương trình “{folder}”; chương trình vẫn như cũ.",
        "Hãy kiểm tra quyền ghi và chỗ trống trên ổ đĩa rồi thử lại.",
    )
