"""All that is kept beside plans, read from the file: legal documents, units, progress, sendings, known headings."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sqlalchemy import select

from tthc_desktop.models.identity import Id
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.progress.values import Evidence, Field, Origin, Progress, Said
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import FormerName, Unit, UnitKind
from tthc_desktop.storage import register_tables as kept
from tthc_desktop.storage.following import day_of
from tthc_desktop.storage.keys import Key
from tthc_desktop.storage.parts import ROLES
from tthc_desktop.storage.reader import Reader, grouped

Revisions = dict[Key, int]
_FIELDS = {field.value: field for field in Field}


def legal_documents(reader: Reader, revisions: Revisions) -> Iterator[LegalDocument]:
    for row in reader.rows(kept.legal_documents, select(kept.legal_documents)):
        revisions[Key("legal_documents", row.id)] = row.revision
        yield LegalDocument(row.id, row.kind, row.number, row.issuer, day_of(row.date), row.title, row.replaced_by)


def units(reader: Reader, revisions: Revisions) -> Iterator[Unit]:
    other, part = kept.unit_aliases.c, kept.unit_members.c
    aliases = grouped(
        (unit, words) for unit, words in reader.rows(kept.unit_aliases, select(other.unit_id, other.words))
    )
    members = grouped(
        (unit, member) for unit, member in reader.rows(kept.unit_members, select(part.unit_id, part.member_id))
    )
    former, successors = _former_names(reader), kept.unit_successors.c
    became = grouped(
        (unit, successor)
        for unit, successor in reader.rows(kept.unit_successors, select(successors.unit_id, successors.successor_id))
    )
    for row in reader.rows(kept.units, select(kept.units)):
        revisions[Key("units", row.id)] = row.revision
        yield Unit(
            row.id,
            row.name,
            row.short,
            tuple(aliases.get(row.id, ())),
            UnitKind(row.kind),
            tuple(members.get(row.id, ())),
            tuple(former.get(row.id, ())),
            day_of(row.valid_from),
            day_of(row.valid_to),
            tuple(became.get(row.id, ())),
        )


def _former_names(reader: Reader) -> Mapping[Id, list[FormerName]]:
    c = kept.former_names.c
    found = reader.rows(kept.former_names, select(c.unit_id, c.name, c.short, c.until))
    return grouped((unit, FormerName(name, short, date.fromisoformat(until))) for unit, name, short, until in found)


def progress(reader: Reader, revisions: Revisions) -> Iterator[Progress]:
    said, files = _said(reader), _evidence(reader)
    c = kept.progress.c
    found = reader.rows(kept.progress, select(c.id, c.revision, c.plan_id, c.work_id, c.unit_id, c.period))
    for id_, revision, plan_id, work_id, unit_id, period in found:
        revisions[Key("progress", id_)] = revision
        yield Progress(id_, plan_id, work_id, unit_id, said.get(id_, {}), period, tuple(files.get(id_, ())))


def _evidence(reader: Reader) -> Mapping[Id, list[Evidence]]:
    c = kept.progress_files.c
    found = reader.rows(kept.progress_files, select(c.progress_id, c.name, c.sha256))
    return grouped((id_, Evidence(name, sha256)) for id_, name, sha256 in found)


def _said(reader: Reader) -> Mapping[Id, Mapping[Field, Said]]:
    c, times = kept.progress_said.c, _Times()
    # Thousands of values come from few files and say much the same, so equal words are kept once.
    known: dict[str, str] = {}
    found: defaultdict[Id, dict[Field, Said]] = defaultdict(dict)
    question = select(c.progress_id, c.field, c.words, c.file, c.sheet, c.cell, c.at)
    for id_, field, words, file, sheet, cell, at in reader.rows(kept.progress_said, question):
        origin = None
        if at is not None:
            origin = Origin(known.setdefault(file, file), known.setdefault(sheet, sheet), cell, times[at])
        found[id_][_FIELDS[field]] = Said(known.setdefault(words, words), origin)
    return found


class _Times(dict[str, datetime]):
    """Times by how they are written, each made once: all values of a change came at one time."""

    def __missing__(self, written: str) -> datetime:
        self[written] = datetime.fromisoformat(written)
        return self[written]


def sendings(reader: Reader, revisions: Revisions) -> Iterator[Sending]:
    c = kept.sending_answers.c
    heard = grouped((id_, mark) for id_, mark in reader.rows(kept.sending_answers, select(c.sending_id, c.mark)))
    for row in reader.rows(kept.sendings, select(kept.sendings)):
        revisions[Key("sendings", row.id)] = row.revision
        yield Sending(
            row.id,
            row.plan_id,
            row.unit_id,
            datetime.fromisoformat(row.at),
            day_of(row.due),
            row.plan_revision,
            row.file,
            datetime.fromisoformat(row.returned_at) if row.returned_at else None,
            tuple(heard.get(row.id, ())),
            row.period,
        )


def known_headings(reader: Reader, revisions: Revisions) -> Iterator[KnownHeading]:
    for row in reader.rows(kept.known_headings, select(kept.known_headings)):
        revisions[Key("known_headings", row.id)] = row.revision
        yield KnownHeading(row.id, row.words, ROLES[row.role] if row.role else None)
