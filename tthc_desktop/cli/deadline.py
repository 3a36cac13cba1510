"""What the words of a deadline mean: `parse-deadline`."""

from dataclasses import fields
from datetime import date

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.errors import UserError
from tthc_desktop.models.deadlines.telling import told_clause
from tthc_desktop.models.deadlines.understanding import understand
from tthc_desktop.models.deadlines.values import Clause


def parse_deadline(wishes: Wishes) -> Answer:
    """Tell the clauses of a deadline."""
    deadline = understand(wishes.phrase, _year(wishes.year))
    found: dict[str, object] = {
        "clauses": [clause_view(clause) for clause in deadline.clauses],
        "understood": deadline.understood,
    }
    lines = [told_clause(clause) for clause in deadline.clauses] or ["Không có lời nào về thời hạn."]
    return Answer(found, "\n".join(lines))


def _year(words: str) -> int | None:
    if not words:
        return None
    if len(words) == 4 and words.isascii() and words.isdigit() and 1900 <= int(words) <= 2199:
        return int(words)
    raise UserError(f"“{words}” không phải năm của kế hoạch.", "Hãy ghi năm bằng 4 chữ số, như 2026.")


def clause_view(clause: Clause) -> dict[str, object]:
    """Return the fields that say something."""
    told = ((field.name, getattr(clause, field.name)) for field in fields(clause))
    return {name: _plain(value) for name, value in told if value not in {None, "", ()} and value is not False}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
