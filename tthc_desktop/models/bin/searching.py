"""The search in the recycle bin: each word that is typed, without accents, in any of the words of what was deleted."""

from collections.abc import Collection, Iterable, Mapping

from tthc_desktop.models.bin.values import NAMES, Deleted, What
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import fold


def sifted(
    deleted: Iterable[Deleted], words: str, places: Mapping[Id, str], kinds: Collection[What] = ()
) -> tuple[Deleted, ...]:
    """Return what has every typed word somewhere; hits in its own words come before those in what stood below it.

    `places` says where each stood, by its identity; `kinds` leaves only those, none leaves all.
    """
    asked = [one for one in deleted if not kinds or one.what in kinds]
    wanted = fold(words).split()
    if not wanted:
        return tuple(asked)
    own: list[Deleted] = []
    deeper: list[Deleted] = []
    for one in asked:
        near = fold(" ".join((NAMES[one.what], one.words, places.get(one.id, ""), one.label, f"{one.at:%d/%m/%Y}")))
        missing = [word for word in wanted if word not in near]
        if not missing:
            own.append(one)
        elif _has(one.inside, missing):
            deeper.append(one)
    return (*own, *deeper)


def _has(texts: Iterable[str], wanted: Collection[str]) -> bool:
    missing = set(wanted)
    for text in texts:
        folded = fold(text)
        missing = {word for word in missing if word not in folded}
        if not missing:
            return True
    return False
