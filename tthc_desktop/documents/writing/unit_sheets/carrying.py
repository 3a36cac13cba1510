"""The very hidden sheet of a unit's workbook: all that was sent, so that the sheet can be taken back on its own."""

import json
from collections.abc import Iterator, Mapping

from xlsxwriter.workbook import Workbook

from tthc_desktop.documents.unit_sheet_form import CARRIED, MARK
from tthc_desktop.models.sending.cell_words import fitting
from tthc_desktop.models.sending.values import Sent, SentRow
from tthc_desktop.models.sending.workshare import WorkShare, fields_of

_CHUNK = 30_000


def write_carried(book: Workbook, share: WorkShare, sent: Sent) -> None:
    """Write what was sent: one line for the sheet as a whole, then one for every row.

    The lines are JSON in ASCII without blanks, which no program recodes, reflows or trims; a long one goes on in the
    next cell.
    """
    sheet = book.add_worksheet(CARRIED)
    sheet.write_string(0, 0, MARK)
    for row, line in enumerate(_lines(share, sent), 1):
        for column, start in enumerate(range(0, len(line), _CHUNK)):
            sheet.write_string(row, column, line[start : start + _CHUNK])
    sheet.protect()
    sheet.very_hidden()


def _lines(share: WorkShare, sent: Sent) -> Iterator[str]:
    yield _line(
        {
            "version": sent.version,
            "sending": sent.sending_id,
            "plan": sent.plan_id,
            "title": sent.plan_title,
            "unit": sent.unit_id,
            "unit_name": sent.unit_name,
            "revision": sent.revision,
            "at": sent.at.isoformat(),
            "rows": len(sent.rows),
            "period": sent.period,
            "fields": [field.value for field in fields_of(share)],
            "groups": [
                " ".join(fitting(row.words.get("content", "")).split()) for row in share.rows if not row.work_id
            ],
        }
    )
    for work_id, row in sent.rows.items():
        yield _line({"id": work_id, "digest": row.digest, "said": _said(row)})


def _said(row: SentRow) -> dict[str, str]:
    return {field.value: words for field, words in row.said.items()}


def _line(value: Mapping[str, object]) -> str:
    return json.dumps(value, separators=(",", ":")).replace(" ", "\\u0020")
