"""Where backups lie and what they are called."""

from datetime import date, datetime
from pathlib import Path

from tthc_desktop.models.backups.values import Reason

FOLDER = ".sao-luu"
ENDING = ".tthc"
CARD = ".json"
LOCKED = ".age"
PART = ".dang-ghi"


def folder_of(office: Path) -> Path:
    """Return the folder of an office's backups, `NAME.sao-luu` beside its file; it need not exist."""
    return office.absolute().with_name(f"{office.stem}{FOLDER}")


def card_of(backup: Path) -> Path:
    """Return where the card of a backup lies."""
    return backup.with_name(backup.name + CARD)


def new_name(folder: Path, reason: Reason, at: datetime) -> Path:
    """Return a name in the folder that no backup has yet: when and why it is made."""
    stem = f"{at.astimezone():%Y-%m-%d-%H%M%S}-{reason}"
    number = 1
    while True:
        found = folder / f"{stem}{'' if number == 1 else f'-{number}'}{ENDING}"
        if not any(each.exists() for each in (found, card_of(found), found.with_name(found.name + LOCKED))):
            return found
        number += 1


def backups_in(folder: Path) -> list[Path]:
    """Return the files of backups in a folder, plain and encrypted, by name."""
    endings = (ENDING, ENDING + LOCKED)
    return sorted(path for path in folder.iterdir() if path.name.endswith(endings) and path.is_file())


def is_made_on(folder: Path, day: date) -> bool:
    """Tell whether a backup was made on a day, as its name says; quicker than to read its card."""
    try:
        return any(path.name.startswith(f"{day:%Y-%m-%d}-") for path in backups_in(folder))
    except OSError:
        return False
