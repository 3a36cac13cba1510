"""The tables of the index, and how lines stand on a day, said in SQL.

Days are numbers (`date.toordinal`), statuses and kinds are their places in `Status` and `OccurrenceKind`.
"""

from collections.abc import Mapping
from typing import Final

from tthc_desktop.models.agenda.sifting import SOON
from tthc_desktop.models.agenda.standing import FINISHED
from tthc_desktop.models.agenda.values import OccurrenceKind
from tthc_desktop.models.progress.values import Status

STATUSES: Final = tuple(Status)
KINDS: Final = tuple(OccurrenceKind)
CODES: Final[Mapping[str, int]] = {status: code for code, status in enumerate(STATUSES)}
KIND_CODES: Final[Mapping[str, int]] = {kind: code for code, kind in enumerate(KINDS)}
OVERDUE: Final = CODES[Status.OVERDUE]
REVIEW: Final = KIND_CODES[OccurrenceKind.REVIEW]
NOTHING_SAID, SAID_OF_IT, SAID_OF_ALL = range(3)
"""What was said of an occurrence: nothing, of its own period, or of the plan as a whole."""

SCHEMA: Final = """
CREATE TABLE plan (plan INTEGER PRIMARY KEY, plan_id TEXT NOT NULL UNIQUE, place INTEGER NOT NULL);
CREATE TABLE unit (
    unit INTEGER PRIMARY KEY, unit_id TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, UNIQUE (unit_id, name)
);
CREATE TABLE work (
    work INTEGER PRIMARY KEY, plan INTEGER NOT NULL, work_id TEXT NOT NULL, number TEXT NOT NULL,
    content TEXT NOT NULL, deadline TEXT NOT NULL, is_target INTEGER NOT NULL, is_draft INTEGER NOT NULL,
    ongoing INTEGER NOT NULL, folded TEXT NOT NULL
);
CREATE INDEX work_of_plan ON work (plan);
CREATE TABLE said (said INTEGER PRIMARY KEY, plan INTEGER NOT NULL, value TEXT NOT NULL);
CREATE INDEX said_of_plan ON said (plan);
CREATE TABLE line (
    line INTEGER PRIMARY KEY, plan INTEGER NOT NULL, work INTEGER NOT NULL, unit INTEGER NOT NULL,
    leads INTEGER NOT NULL, kind INTEGER NOT NULL, due INTEGER, year INTEGER,
    finished INTEGER, since INTEGER NOT NULL, otherwise INTEGER NOT NULL, answered INTEGER NOT NULL,
    part TEXT NOT NULL, period TEXT NOT NULL, start INTEGER, clause INTEGER NOT NULL, words TEXT NOT NULL,
    warning TEXT NOT NULL, said INTEGER
);
CREATE INDEX line_of_plan ON line (plan);
CREATE INDEX line_of_work ON line (work);
CREATE INDEX line_on_day ON line (due, plan, unit);
CREATE TABLE cube (
    plan INTEGER NOT NULL, unit INTEGER NOT NULL, leads INTEGER NOT NULL, kind INTEGER NOT NULL, due INTEGER,
    year INTEGER, status INTEGER NOT NULL, unreviewed INTEGER NOT NULL, lines INTEGER NOT NULL
);
CREATE INDEX cube_of_plan ON cube (plan);
CREATE TABLE short (
    plan INTEGER NOT NULL, unit INTEGER NOT NULL, leads INTEGER NOT NULL, year INTEGER, status INTEGER NOT NULL,
    unreviewed INTEGER NOT NULL, near INTEGER, lines INTEGER NOT NULL
);
CREATE INDEX short_of_plan ON short (plan);
"""
"""`cube` counts the lines of a plan that are alike, as they stand on one day; `short` counts them
without their days, but for how `near` the day is on which something not done is due."""

_FINISHED_NOW = "(finished IS NOT NULL AND since <= :on)"
STATUS: Final = f"""CASE WHEN {_FINISHED_NOW} THEN finished
    WHEN due < :on AND kind <> {REVIEW} THEN {OVERDUE} ELSE otherwise END"""
"""How a line stands on a day, as `models/agenda/standing.py` says."""
UNREVIEWED: Final = f"""(kind = {REVIEW} AND due IS NOT NULL AND due < :on AND (answered = {NOTHING_SAID}
    OR (answered = {SAID_OF_ALL} AND NOT {_FINISHED_NOW})))"""
"""Whether the day of a review is past and nothing was said of it."""
FINISHED_CODES: Final = ", ".join(str(CODES[status]) for status in sorted(FINISHED))
SOON_DUE: Final = f"kind <> {REVIEW} AND status NOT IN ({FINISHED_CODES}) AND due BETWEEN :on AND :on + "
"""Work that is due, and not done, on a day and so many days after it."""
_ALIKE = "plan, unit, leads, kind, due, year"
_SHORT = "plan, unit, leads, year, status, unreviewed"


def counts(where: str, works: str = "", *, less: bool = False) -> str:
    """Return the question that counts like lines, as they stand on a day: all, or those of the work asked for.

    With `less` the counts are below 0, to take these lines away from others.
    """
    lines = f"({works}) CROSS JOIN line INDEXED BY line_of_work USING (work)" if works else "line"
    return f"""SELECT {_ALIKE}, {STATUS} AS status, {UNREVIEWED} AS unreviewed, {"-" * less}count(*) AS lines
        FROM {lines} WHERE {where} GROUP BY {_ALIKE}, status, unreviewed"""


def shortened(where: str, cube: str = "cube") -> str:
    """Return the question that makes of a cube what is kept in `short`."""
    return f"""SELECT {_SHORT}, CASE WHEN {SOON_DUE}{SOON} THEN due - :on END AS near, sum(lines) AS lines
        FROM {cube} WHERE {where} GROUP BY {_SHORT}, near HAVING sum(lines) > 0"""
