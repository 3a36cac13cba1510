"""The files at some paths, those in folders too: each once, none that was not asked for by its kind."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tthc_desktop.documents.limits import MOST_FILES
from tthc_desktop.errors import UserError
from tthc_desktop.models.text import clean


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of which nothing could be read, and why."""

    file: str
    error: UserError


@dataclass(frozen=True, slots=True)
class Listing:
    """The files to read with what each is called, folders that cannot be read, and files of other kinds."""

    names: dict[Path, str]
    unread: tuple[Unread, ...] = ()
    skipped: tuple[str, ...] = ()


def listed(paths: Sequence[Path], kinds: Collection[str], advice: str) -> Listing:
    """Return the files at paths in their order, in folders those with these endings; `advice` is for too many."""
    files: dict[Path, Path] = {}
    skipped: list[str] = []
    unread: list[Unread] = []
    for path in paths:
        try:
            found, others = _at(path, kinds, advice)
        except UserError as error:
            unread.append(Unread(clean(path.name), error))
            continue
        for file in found:
            files.setdefault(_resolved(file), file)
        skipped += others
    return Listing(_names(sorted(files.values())), tuple(unread), tuple(skipped))


def _at(path: Path, kinds: Collection[str], advice: str) -> tuple[list[Path], list[str]]:
    """Return the files to read at a path, and the names of those in a folder that are none."""
    try:
        if not path.is_dir():
            return [path], []
        everything = sorted(_files(path))
    except (OSError, ValueError) as error:
        raise UserError(
            f"Không đọc được thư mục “{path}”.", "Hãy kiểm tra quyền đọc, ổ đĩa hoặc mạng rồi thử lại."
        ) from error
    if len(everything) > MOST_FILES:
        raise UserError(f"Thư mục “{path}” có quá nhiều tệp.", advice)
    wanted = [file for file in everything if file.suffix.lower() in kinds and not file.name.startswith(("~$", "."))]
    taken = set(wanted)
    return wanted, [clean(str(file.relative_to(path))) for file in everything if file not in taken]


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, few more than anybody wants to read."""
    for count, path in enumerate(folder.rglob("*")):
        if path.is_file():
            yield path
        if count > 2 * MOST_FILES:
            return


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # reading it will tell what is wrong
        return path


def _names(files: Sequence[Path]) -> dict[Path, str]:
    """Return what each file is called: its name, with its folder where two have the same."""
    counted = Counter(file.name for file in files)
    return {file: clean(file.name if counted[file.name] == 1 else f"{file.parent.name}/{file.name}") for file in files}
