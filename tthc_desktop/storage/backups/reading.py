"""What a backup holds, read through a throw-away copy that is brought up to date."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from tthc_desktop.models.holdings import Holdings
from tthc_desktop.storage import trouble
from tthc_desktop.storage.backups.cards import Stored
from tthc_desktop.storage.backups.copying import check_office, copied
from tthc_desktop.storage.library import Library
from tthc_desktop.storage.migrating import upgrade
from tthc_desktop.storage.opening import VERSIONS


def read(stored: Stored, password: str = "") -> Holdings:
    """Return all that a backup holds but the kept files; `UserError` when it cannot be read."""
    with _opened(stored, password) as library:
        held = library.load()
        # What units said is read when it is asked for, and then the copy is gone.
        return replace(held, progress=dict(held.progress))


def kept_files(stored: Stored, names: Collection[str], password: str = "") -> Mapping[str, bytes]:
    """Return the kept files with these hashes that a backup holds."""
    if not names:
        return {}
    with _opened(stored, password) as library:
        found = {name: library.kept_file(name) for name in names}
        return {name: data for name, data in found.items() if data is not None}


@contextmanager
def _opened(stored: Stored, password: str) -> Iterator[Library]:
    with copied(stored, password) as copy:
        _bring_up_to_date(copy, stored.path.name)
        with closing(Library(copy)) as library:
            yield library


def _bring_up_to_date(copy: Path, name: str) -> None:
    """Bring the tables of a throw-away copy to the newest version; nothing of it has to be kept."""
    if check_office(copy, name) != VERSIONS[-1]:
        with trouble.read(copy):
            upgrade(copy)
