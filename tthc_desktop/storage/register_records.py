"""The records of all that is kept beside plans: legal documents, units, progress, sendings, known headings."""

from collections.abc import Iterator

from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.unit import Unit
from tthc_desktop.storage.following_records import Following, following_records, written
from tthc_desktop.storage.keys import Key, Record

Registered = LegalDocument | Unit | Progress | Sending | KnownHeading


def register_records(kept: Registered | Following) -> Iterator[tuple[Key, Record]]:
    """Yield the records of a value that is no plan."""
    match kept:
        case Progress():
            yield from _progress(kept)
        case Unit():
            yield from _unit(kept)
        case LegalDocument():
            yield Key("legal_documents", kept.id), _legal_document(kept)
        case Sending():
            yield Key("sendings", kept.id), _sending(kept)
            for at, mark in enumerate(kept.heard):
                yield Key("sending_answers", kept.id, at), {"mark": mark}
        case KnownHeading():
            yield Key("known_headings", kept.id), {"words": kept.words, "role": kept.role.value if kept.role else None}
        case _:
            yield from following_records(kept)


def _progress(progress: Progress) -> Iterator[tuple[Key, Record]]:
    yield (
        Key("progress", progress.id),
        {
            "plan_id": progress.plan_id,
            "work_id": progress.work_id,
            "unit_id": progress.unit_id,
            "period": progress.period,
        },
    )
    for at, file in enumerate(progress.files):
        yield Key("progress_files", progress.id, at), {"name": file.name, "sha256": file.sha256}
    for field, said in progress.said.items():
        origin = said.origin
        yield (
            Key("progress_said", progress.id, field.value),
            {
                "words": said.words,
                "file": origin.file if origin else None,
                "sheet": origin.sheet if origin else None,
                "cell": origin.cell if origin else None,
                "at": origin.at.isoformat() if origin else None,
            },
        )


def _unit(unit: Unit) -> Iterator[tuple[Key, Record]]:
    yield (
        Key("units", unit.id),
        {
            "name": unit.name,
            "short": unit.short,
            "kind": unit.kind.value,
            "valid_from": written(unit.valid_from),
            "valid_to": written(unit.valid_to),
        },
    )
    for at, alias in enumerate(unit.aliases):
        yield Key("unit_aliases", unit.id, at), {"words": alias}
    for at, member in enumerate(unit.members):
        yield Key("unit_members", unit.id, at), {"member_id": member}
    for at, former in enumerate(unit.former):
        record: Record = {"name": former.name, "short": former.short, "until": former.until.isoformat()}
        yield Key("former_names", unit.id, at), record
    for at, successor in enumerate(unit.became):
        yield Key("unit_successors", unit.id, at), {"successor_id": successor}


def _sending(sending: Sending) -> Record:
    return {
        "plan_id": sending.plan_id,
        "unit_id": sending.unit_id,
        "at": sending.at.isoformat(),
        "due": written(sending.due),
        "plan_revision": sending.revision,
        "file": sending.file,
        "returned_at": sending.returned_at.isoformat() if sending.returned_at else None,
        "period": sending.period,
    }


def _legal_document(document: LegalDocument) -> Record:
    return {
        "kind": document.kind,
        "number": document.number,
        "issuer": document.issuer,
        "title": document.title,
        "replaced_by": document.replaced_by,
        "date": written(document.date),
    }
