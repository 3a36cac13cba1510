"""Edits of progress: what is typed into one field becomes the pair of values that a change is made of."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.progress.forms import in_form, shown
from tthc_desktop.models.progress.values import TITLES, Evidence, Field, Progress, Said


class Place(NamedTuple):
    """Whose progress it is, and for which period."""

    plan_id: Id
    work_id: Id
    unit_id: Id
    period: str = ""


ProgressPairs = tuple[tuple[Progress | None, Progress | None], ...]


def place_of(progress: Progress) -> Place:
    """Return whose progress this is."""
    return Place(progress.plan_id, progress.work_id, progress.unit_id, progress.period)


def by_place(progress: Iterable[Progress]) -> Mapping[Place, Progress]:
    """Return progress by whose it is."""
    return {place_of(one): one for one in progress}


def said_here(
    before: Progress | None, place: Place, field: Field, typed: str
) -> tuple[Progress | None, Progress | None]:
    """Return the pair that typing makes; equal values when the words say nothing new, so that their origin stays."""
    formed = in_form(field, typed)
    if formed.trouble:
        raise UserError(f"{TITLES[field]}: {formed.trouble}", "")
    known = before.words(field) if before else ""
    if formed.words == known or typed == shown(field, known):
        return before, before
    said = {**before.said} if before else {}
    if formed.words:
        said[field] = Said(formed.words)
    else:
        said.pop(field, None)
    made = replace(before, said=said) if before else _new(place, said)
    return before, made if said or made.files else None


def _new(place: Place, said: Mapping[Field, Said]) -> Progress:
    return Progress(new_id(), place.plan_id, place.work_id, place.unit_id, said, place.period)


def with_files(before: Progress | None, place: Place, files: Iterable[Evidence]) -> Progress | None:
    """Return progress with more files that show the work done; a file that it has already is not there twice."""
    known = {one.sha256 for one in before.files} if before else set()
    more = {one.sha256: one for one in files if one.sha256 not in known}
    if not more:
        return before
    made = before or _new(place, {})
    return replace(made, files=(*made.files, *more.values()))


def without_file(before: Progress, sha256: str) -> Progress | None:
    """Return progress without one of its files; None where nothing is left."""
    left = replace(before, files=tuple(one for one in before.files if one.sha256 != sha256))
    return left if left.said or left.files else None


def emptied(said: Mapping[Place, Progress], fields: Mapping[Place, Collection[Field]]) -> ProgressPairs:
    """Return the pairs that take back what was said of some fields; where nothing is left, the value goes."""
    pairs: list[tuple[Progress | None, Progress | None]] = []
    for place, gone in fields.items():
        before = said.get(place)
        if before is not None and not before.said.keys().isdisjoint(gone):
            left = {field: words for field, words in before.said.items() if field not in gone}
            pairs.append((before, replace(before, said=left) if left or before.files else None))
    return tuple(pairs)
