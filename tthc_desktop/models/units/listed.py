"""Units out of a list that was pasted: one to a line, as offices keep them in Word or Excel."""

import re
from collections.abc import Collection

from tthc_desktop.models.identity import new_id
from tthc_desktop.models.text import clean, fold
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.scope import is_collective
from tthc_desktop.models.units.spelling import key
from tthc_desktop.models.units.validity import names

MOST = 1000
"""How many lines are read; no office has as many units."""
_BEFORE = re.compile(r"^\s*(?:[-–+•*·]\s*|\(?\d{1,4}\s*[.)/]\s*|\d{1,4}\s*(?:\t|$))+")
_HEADINGS = frozenset({"stt", "tt", "don vi", "ten don vi", "co quan don vi", "ten co quan don vi"})


def listed_units(words: str, known: Collection[Unit]) -> tuple[Unit, ...]:
    """Return the units of a list that are not in the register, each once; what follows a tab is the short name."""
    taken = {key(name) for unit in known for name in names(unit)}
    found: list[Unit] = []
    for line in clean(words).split("\n")[:MOST]:
        name, _, rest = _BEFORE.sub("", line).strip(" \t;.,").partition("\t")
        name, short = " ".join(name.split()), " ".join(rest.partition("\t")[0].split())
        if not key(name) or fold(name) in _HEADINGS or key(name) in taken:
            continue
        if not key(short) or key(short) in taken or key(short) == key(name):
            short = ""
        taken |= {key(name), key(short)} - {""}
        kind = UnitKind.COLLECTIVE if is_collective(name) else UnitKind.INSIDE
        found.append(Unit(new_id(), name, short, kind=kind))
    return tuple(found)
