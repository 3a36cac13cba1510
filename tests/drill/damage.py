"""Each region of an office's files damaged: told, found by a thorough look, or harmless; and what a repair saves."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.drill.jobs.job import OFFICE
from tests.drill.lives import MEMORY
from tests.drill.regions import Span, lived_in, regions
from tests.drill.state import files_named, state_of, told
from tthc_desktop.errors import UserError
from tthc_desktop.office import Office
from tthc_desktop.storage.checking import checked
from tthc_desktop.storage.repairing import repaired

SECTOR = 512
NOW = datetime(2026, 11, 27, tzinfo=UTC)


class Outcome(StrEnum):
    """What comes of damage, the best first."""

    HARMLESS = "harmless"
    TOLD = "told at opening"
    TOLD_LATER = "told when used"
    FOUND = "found by check-office"
    UNNOTICED = "unnoticed"


class Saved(StrEnum):
    """What a repair gives back."""

    ALL = "all"
    PART = "part, the rest listed"
    SILENTLY = "part, not listed"
    NOTHING = "nothing"
    UNASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Damaged:
    """One damage and what came of it."""

    region: str
    how: str
    place: int
    outcome: Outcome
    saved: Saved
    bug: str = ""


def _letter(content: bytearray, start: int, _: int, chance: Random) -> None:
    content[start] = ord("0") + (content[start] - ord("0") + chance.randint(1, 9)) % 10


def _bit(content: bytearray, start: int, end: int, chance: Random) -> None:
    content[chance.randrange(start, end)] ^= 1 << chance.randrange(8)


def _noise(content: bytearray, start: int, end: int, chance: Random) -> None:
    first = chance.randrange(start, end)
    last = min(first + chance.choice((1, 4, 64)), end)
    content[first:last] = chance.randbytes(last - first)


def _zeros(content: bytearray, start: int, end: int, chance: Random) -> None:
    first = max(start, chance.randrange(start, end) // SECTOR * SECTOR)
    last = min(first + SECTOR, end)
    content[first:last] = bytes(last - first)


def _swap(content: bytearray, start: int, end: int, chance: Random) -> None:
    other = chance.randrange(0, len(content) - (end - start))
    content[start:end] = content[other : other + end - start]


def _cut(content: bytearray, start: int, end: int, chance: Random) -> None:
    del content[chance.randrange(start, end) :]


DAMAGES: Mapping[str, Callable[[bytearray, int, int, Random], None]] = {
    "bit": _bit,
    "noise": _noise,
    "zeros": _zeros,
    "other bytes": _swap,
    "cut": _cut,
}


@dataclass(frozen=True, slots=True)
class Sound:
    """An undamaged office: its files, where what lies in them, and what it holds."""

    path: Path
    regions: Mapping[str, Sequence[Span]]
    state: str
    held: tuple[str, ...]


def damages(folder: Path, each: int, chance: Random) -> Iterator[Damaged]:
    """Damage every region so many times, in every way by turns."""
    for log in (False, True):
        (folder / str(log)).mkdir()
        sound = _sound(lived_in(folder / str(log), log=log))
        for region, spans in sound.regions.items():
            for turn in range(each):
                how = "letter" if region.startswith("a letter") else list(DAMAGES)[turn % len(DAMAGES)]
                yield _damaged(sound, region, how, chance.choice(spans), chance)


def _sound(path: Path) -> Sound:
    with TemporaryDirectory(dir=MEMORY) as place:
        copy = _copied(path, Path(place))
        with Office.open(copy) as office:
            return Sound(path, regions(path), state_of(office), tuple(told(office.holdings)))


def _copied(path: Path, to: Path) -> Path:
    for file in path.parent.glob(f"{OFFICE}*"):
        shutil.copy(file, to)
    return to / OFFICE


def _damaged(sound: Sound, region: str, how: str, span: Span, chance: Random) -> Damaged:
    end, first, last = span
    with TemporaryDirectory(dir=MEMORY) as place:
        path = _copied(sound.path, Path(place))
        file = path.with_name(path.name + end)
        content = bytearray(file.read_bytes())
        DAMAGES.get(how, _letter)(content, first, last, chance)
        file.write_bytes(content)
        (Path(place) / "as it was").mkdir()
        kept = _copied(path, Path(place) / "as it was")
        try:
            outcome = _outcome(path, sound)
            saved = Saved.UNASKED if outcome is Outcome.HARMLESS else _saved(kept, sound)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            return Damaged(region, how, first, Outcome.UNNOTICED, Saved.NOTHING, f"{type(error).__name__}: {error}")
    return Damaged(region, how, first, outcome, saved)


def _outcome(path: Path, sound: Sound) -> Outcome:
    try:
        with Office.open(path) as office:
            same = state_of(office) == sound.state
    except UserError:
        return Outcome.TOLD
    if checked(path):
        return Outcome.FOUND
    if not _can_be_used(path):
        return Outcome.TOLD_LATER
    return Outcome.HARMLESS if same else Outcome.UNNOTICED


def _can_be_used(path: Path) -> bool:
    """Tell whether an office gives out its kept files and takes back all that it could."""
    try:
        with Office.open(path) as office:
            for name in files_named(office.holdings):
                office.kept_file(name)
            while office.undo_label:
                office.undo()
    except UserError:
        return False
    return True


def _saved(path: Path, sound: Sound) -> Saved:
    new = path.with_name("repaired.tthc")
    try:
        repair = repaired(path, new, NOW)
    except UserError:
        return Saved.NOTHING
    with Office.open(new) as office:
        if tuple(told(office.holdings)) == sound.held:
            return Saved.ALL
    return Saved.PART if repair.findings else Saved.SILENTLY
