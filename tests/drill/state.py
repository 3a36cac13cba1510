"""What an office holds, told in one line that is the same whenever the same work was done."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from tthc_desktop.models.changes import State
from tthc_desktop.models.holdings import Holdings, progress_of
from tthc_desktop.office import Office
from tthc_desktop.storage.checking import checked

_MADE = re.compile(r"\b[0-9a-f]{16}\b")
_MOMENT = re.compile(r"datetime\(.*?\)|\d{4}-\d\d-\d\dT[\d:.+-]+")


def state_of(office: Office) -> str:
    """Return what memory holds of an office and can undo: identities by their turn, moments left out."""
    entries = [entry.label for entry in reversed(office.history()) if entry.state is State.DONE]
    now = office.holdings
    # Progress stands in the order of its plans' identities, which are of chance.
    said = [progress_of(now, plan_id) for plan_id in now.plans]
    return digest("\n".join((*told(replace(now, progress={})), *told(said), *entries)))


def state_in(path: Path) -> str:
    """Return what the file of an office holds, and which files are missing from it; damage raises."""
    with Office.open(path) as office:
        if found := checked(path):
            raise ValueError(found)
        missing = [name for name in files_named(office.holdings) if not office._library.kept_file(name)]
        return " ".join((state_of(office), *missing))


def digest(words: str) -> str:
    """Return words short, with what differs from day to day taken out."""
    turns = count()
    known: dict[str, str] = {}
    plain = _MOMENT.sub("moment", words)
    named = _MADE.sub(lambda found: known.setdefault(found.group(), f"id{next(turns)}"), plain)
    return sha256(named.encode()).hexdigest()[:16]


def told(value: object) -> Iterator[str]:
    """Yield a value and all in it as words, sets in the order of their words."""
    match value:
        case Mapping():
            yield from chain.from_iterable(map(told, chain.from_iterable(value.items())))
        case Set():
            yield from sorted(" ".join(told(member)) for member in value)
        case tuple() | list():
            yield f"{len(value)}:"
            yield from chain.from_iterable(map(told, value))
        case _ if is_dataclass(value):
            yield type(value).__name__
            yield from chain.from_iterable(told(getattr(value, field.name)) for field in fields(value))
        case _:
            yield repr(value)


def files_named(holdings: Holdings) -> Iterator[str]:
    """Yield the kept files that plans and progress name."""
    for plan in holdings.plans.values():
        if plan.issue and plan.issue.pdf:
            yield plan.issue.pdf
    for said in holdings.progress.values():
        yield from (file.sha256 for file in said.files)
