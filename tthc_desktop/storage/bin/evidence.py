"""Files that were evidence of progress and are so no more: a list of files has places, not identities, for them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from tthc_desktop.models.bin.values import Deleted, What, evidence_id
from tthc_desktop.models.identity import Id
from tthc_desktop.storage.keys import Key, Record
from tthc_desktop.storage.register_tables import progress, progress_files
from tthc_desktop.storage.tables import journal, journal_rows
from tthc_desktop.storage.writing import CHUNK, chunks

Cards = tuple[tuple[Key, Deleted], ...]
Images = tuple[list[Record], list[Record]]
"""What files of some progress were before a change and after it."""


def evidence_cards(connection: Connection, entries: Sequence[int]) -> Mapping[int, Cards]:
    """Return the files that each entry took out of progress that stayed, by their hash."""
    found = _images(connection, entries)
    plans = _plans(connection, {id_ for _, id_ in found})
    made: defaultdict[int, Cards] = defaultdict(tuple)
    said = _entries(connection, {entry for entry, _ in found})
    for (entry, id_), (before, after) in found.items():
        if id_ not in plans:
            continue
        kept = {image.get("sha256") for image in after}
        for image in before:
            sha256 = str(image.get("sha256") or "")
            if sha256 and sha256 not in kept:
                at, label = said[entry]
                name = str(image.get("name") or "tệp minh chứng")
                card = Deleted(
                    *(evidence_id(id_, sha256), entry, at, label, What.EVIDENCE, name), plan_id=plans[id_], under=id_
                )
                made[entry] += ((Key(progress_files.name, id_, sha256), card),)
    return made


def evidence_there(connection: Connection, keys: Iterable[Key]) -> set[Key]:
    """Return those of the files that are evidence now."""
    c, found = progress_files.c, set[Key]()
    for some in chunks(sorted({key.id for key in keys if key.table == progress_files.name})):
        question = select(c.progress_id, c.sha256).where(c.progress_id.in_(some))
        found.update(Key(progress_files.name, *row) for row in connection.execute(question))
    return found


def _images(connection: Connection, entries: Sequence[int]) -> Mapping[tuple[int, Id], Images]:
    """Return what each entry did to files of progress that it left, where it took one away."""
    c = journal_rows.c
    found: defaultdict[tuple[int, Id], Images] = defaultdict(lambda: ([], []))
    shorter: set[tuple[int, Id]] = set()
    gone: set[tuple[int, Id]] = set()
    for start in range(0, len(entries), CHUNK):
        question = select(c.entry_id, c.table_name, c.record, c.before, c.after).where(
            c.entry_id.in_(entries[start : start + CHUNK]), c.table_name.in_((progress.name, progress_files.name))
        )
        for entry, table, record, before, after in connection.execute(question):
            of = (entry, json.loads(record)[0])
            if after is None:
                (gone if table == progress.name else shorter).add(of)
            if table == progress_files.name:
                found[of][0].extend([json.loads(before)] if before else [])
                found[of][1].extend([json.loads(after)] if after else [])
    return {of: found[of] for of in shorter - gone}


def _plans(connection: Connection, ids: set[Id]) -> Mapping[Id, Id]:
    """Return of which plan each progress is, or was before it went as well."""
    c, images, found = progress.c, journal_rows.c, dict[Id, Id]()
    for some in chunks(sorted(ids)):
        found.update((id_, plan) for id_, plan in connection.execute(select(c.id, c.plan_id).where(c.id.in_(some))))
    if ids - found.keys():
        asked = select(images.record, images.before).where(images.table_name == progress.name, images.after.is_(None))
        for record, before in connection.execute(asked):
            found.setdefault(json.loads(record)[0], str(json.loads(before)["plan_id"]))
    return found


def _entries(connection: Connection, ids: set[int]) -> Mapping[int, tuple[datetime, str]]:
    c, asked = journal.c, sorted(ids)
    found: dict[int, tuple[datetime, str]] = {}
    for start in range(0, len(asked), CHUNK):
        for id_, at, label in connection.execute(
            select(c.id, c.at, c.label).where(c.id.in_(asked[start : start + CHUNK]))
        ):
            found[id_] = (datetime.fromisoformat(at), label)
    return found
