"""What an office has chosen for its backups, kept beside them: the second place, and whether it is locked."""

import json
from dataclasses import dataclass
from pathlib import Path

from tthc_desktop.models.identity import new_id
from tthc_desktop.storage.backups.folders import FOLDER, folder_of
from tthc_desktop.storage.backups.writing import make_folder, write

_CHOICES = "lua-chon.json"


@dataclass(frozen=True, slots=True)
class Choices:
    """`second` is the folder of the second place as it was chosen, None for none; `public` the key that locks it.

    `name` tells this office's backups from those of other offices in the same folder. `absent` remembers that the
    second place was not there the last time, so that it is said once.
    """

    second: Path | None = None
    public: str = ""
    name: str = ""
    absent: bool = False

    @property
    def locked(self) -> bool:
        """Whether backups in the second place can only be opened with the password."""
        return bool(self.public)


def choices_of(office: Path) -> Choices:
    """Return what was chosen; nothing where it cannot be read."""
    try:
        said = json.loads((folder_of(office) / _CHOICES).read_bytes())
        second = said["second"]
        return Choices(Path(second) if second else None, str(said["public"]), str(said["name"]), said["absent"] is True)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Choices()


def choose(office: Path, choices: Choices) -> None:
    """Keep what was chosen."""
    folder = folder_of(office)
    make_folder(folder)
    said = {
        "second": str(choices.second) if choices.second else "",
        "public": choices.public,
        "name": choices.name or new_id(),
        "absent": choices.absent,
    }
    write(folder / _CHOICES, json.dumps(said, ensure_ascii=False, indent=1).encode())


def second_folder(office: Path, choices: Choices) -> Path | None:
    """Return the office's own folder in the second place, which need not be there; None where none was chosen."""
    return choices.second / f"{office.stem}{FOLDER}-{choices.name}" if choices.second and choices.name else None
