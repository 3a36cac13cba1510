"""What was said of work as one string, for the index keeps hundreds of thousands of them and shows a few at a time."""

import json
from datetime import datetime

from tthc_desktop.models.progress.values import Evidence, Field, Origin, Progress, Said

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def written(progress: Progress) -> str:
    """Return the value as JSON."""
    said = [(field.value, one.words, *_from(one.origin)) for field, one in progress.said.items()]
    files = [(file.name, file.sha256) for file in progress.files]
    return _encode((progress.id, progress.plan_id, progress.work_id, progress.unit_id, progress.period, said, files))


def _from(origin: Origin | None) -> tuple[str, ...]:
    return (origin.file, origin.sheet, origin.cell, origin.at.isoformat()) if origin else ()


def read(words: str) -> Progress:
    """Return the value that was written."""
    id_, plan_id, work_id, unit_id, period, said, files = json.loads(words)
    return Progress(
        *(id_, plan_id, work_id, unit_id, {Field(field): _said(*rest) for field, *rest in said}),
        period=period,
        files=tuple(Evidence(name, sha256) for name, sha256 in files),
    )


def _said(words: str, *origin: str) -> Said:
    if not origin:
        return Said(words)
    file, sheet, cell, at = origin
    return Said(words, Origin(file, sheet, cell, datetime.fromisoformat(at)))
