"""Where trials happen: a folder with an office, commands run on it, and what one trial leaves for the next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tthc_desktop.cli.arguments import parse
from tthc_desktop.cli.commands import run
from tthc_desktop.storage.backups import Stored


class NotAsWantedError(Exception):
    """What a trial found is not what there should be."""


@dataclass(slots=True)
class Place:
    """A folder that is thrown away, with the office that is tried in it."""

    folder: Path
    plan: str = ""
    """The identity of the plan on which commands are tried."""
    backup: Stored | None = None
    """The backup that was made of the office."""

    @property
    def office(self) -> Path:
        """Where the office is kept."""
        return self.folder / "cơ quan thử.tthc"

    def file(self, name: str) -> Path:
        """Return a file in the folder, whose name holds blanks and accents as a clerk's does."""
        return self.folder / f"bản thử đầy đủ {name}"

    def ask(self, *arguments: object, office: Path | None = None) -> Mapping[str, object]:
        """Run a command as a script would; trouble on the way is raised."""
        answer = run(parse(["--json", "--office", str(office or self.office), *map(str, arguments)]))
        for error in answer.trouble:
            raise error
        return answer.found


class Trial(NamedTuple):
    """One job: its name, and what does it and says what was found."""

    name: str
    act: Callable[[Place], str]


def expect(*, found: object, wanted: object, about: str) -> None:
    """Raise `NotAsWantedError` unless what was found is what is wanted."""
    if found != wanted:
        raise NotAsWantedError(f"{about}: có {found!r}, phải là {wanted!r}")


def written(*files: Path) -> str:
    """Tell the sizes of files; one that is empty or absent is a failure."""
    sizes = [file.stat().st_size if file.is_file() else 0 for file in files]
    if not all(sizes):
        raise NotAsWantedError(
            f"chưa ghi được {', '.join(file.name for file, size in zip(files, sizes, strict=True) if not size)}"
        )
    return ", ".join(f"{file.suffix} {size // 1024 + 1} KB" for file, size in zip(files, sizes, strict=True))
