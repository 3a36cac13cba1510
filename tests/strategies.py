"""Random values of the domain for property tests: `plans()` and its parts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from itertools import count
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tthc_desktop.models.agenda.filter import Filter, SavedFilter
from tthc_desktop.models.agenda.values import Event, FollowUp, OccurrenceKind
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.drawn import Drawn, Form
from tthc_desktop.models.identity import Id
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.marks import UNMARKED, Circulation, Marks, PaperSize, Secrecy, Urgency
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.plan import (
    Appendix,
    Basis,
    Header,
    Item,
    Line,
    Node,
    Period,
    Plan,
    Recipient,
    Signatory,
    SourceLine,
    Stamp,
)
from tthc_desktop.models.progress.values import Evidence, Field, Origin, Progress, Said, Status
from tthc_desktop.models.reporting.regimes import Cutoff, Regime
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import EMPTY, Run, Text, clean, plain, text
from tthc_desktop.models.unit import FormerName, Unit, UnitKind
from tthc_desktop.models.version import Issue, Stage

WORDS = (
    "Rà soát, đánh giá thủ tục hành chính",
    "Sở Tư pháp",
    "các sở, ban, ngành",
    "Quý IV/2025",
    "đơn giản hóa & cắt giảm <20%",
    "nghĩa vụ\ntài chính",
    "&amp; <b>không phải thẻ</b>",
    "  hai  dấu cách ",
    "Đường – “trích dẫn” … 😀",
)
SAMPLES = (
    EMPTY,
    *map(plain, WORDS),
    text([Run("Sở Tư pháp", bold=True), Run("; "), Run("các sở", italic=True)]),
    text([Run("trước "), Run("ngày", bold=True, italic=True), Run("\n15/12/2025", bold=True)]),
    text([Run("<i> & </b>", bold=True)]),
    text([Run("12", figure="unit:u1:done")]),
    text([Run("Đạt "), Run("95,5 %", bold=True, figure="done_share#1f2e"), Run(".")]),
)
LEVELS = ((Mark.ARABIC,), (Mark.ROMAN, Mark.ARABIC), (Mark.UPPER, Mark.ROMAN, Mark.DECIMAL), (Mark.NONE,), ())
TIMES = (datetime(1990, 1, 1), datetime(2040, 12, 31))  # noqa: DTZ001 - hypothesis adds the zone
ZONES = (UTC, timezone(timedelta(hours=7)), timezone(-timedelta(hours=3, minutes=30)))


T = TypeVar("T")
_numbers = count(1)
# Strategies made once: making one takes longer than drawing from it. Parts that know of each other are drawn by
# functions for the same reason.
_two = st.integers(0, 2)
_few = st.integers(0, 3)
_some = st.integers(0, 5)
_flag = st.booleans()
_marks = st.sampled_from(Mark)
_kinds = st.sampled_from(RowKind)
_levels = st.sampled_from(LEVELS)
_charts = st.sampled_from(("", "", "", "bars", "lines"))
_heads = st.sampled_from(("KẾ HOẠCH", "QUYẾT ĐỊNH", ""))
_sizes = st.sampled_from(PaperSize)
_starts = st.sampled_from((0, 0, 0, 4))


def fresh_id() -> Id:
    """Return an identity that nothing else in this test run has."""
    return f"{next(_numbers):016x}"


@cache
def words() -> SearchStrategy[str]:
    """One of some words, perhaps none: quick to draw, for a plan has hundreds."""
    return st.sampled_from(("", *WORDS))


@cache
def any_words() -> SearchStrategy[str]:
    """Words as readers hand them over: cleaned, with line breaks and signs of markup."""
    return st.text("aăâđêôơưÀếỹ<>&;bi/ \n\tXx1.", max_size=8).map(clean)


@cache
def texts() -> SearchStrategy[Text]:
    """One of some texts with and without emphasis."""
    return st.sampled_from(SAMPLES)


@cache
def any_texts() -> SearchStrategy[Text]:
    """Text in runs of any words and emphasis."""
    run = st.builds(Run, words() | any_words(), st.booleans(), st.booleans(), st.sampled_from(("", "", "a & “b”")))
    return st.lists(run, max_size=3).map(text)


@cache
def ids() -> SearchStrategy[Id]:
    return st.builds(fresh_id)


@cache
def origins() -> SearchStrategy[Id]:
    return st.sampled_from(("", "0rigin"))


@cache
def few(members: Callable[[], SearchStrategy[T]], most: int = 3) -> SearchStrategy[tuple[T, ...]]:
    """Return some of a kind."""
    return st.lists(members(), max_size=most).map(tuple)


@cache
def perhaps(member: Callable[[], SearchStrategy[T]]) -> SearchStrategy[T | None]:
    return st.none() | member()


@cache
def source_lines() -> SearchStrategy[SourceLine]:
    return st.builds(SourceLine, st.integers(1, 10_000), words())


@cache
def tasks() -> SearchStrategy[Task]:
    return st.builds(Task, ids(), texts(), texts(), texts(), texts(), texts(), origins())


@cache
def targets() -> SearchStrategy[Target]:
    return st.builds(Target, ids(), texts(), texts(), texts(), texts(), texts(), texts(), origins())


@cache
def headers() -> SearchStrategy[Header]:
    place = words()
    part = st.none() | st.integers(1, 12)
    return st.builds(Header, words(), words(), words(), words(), place, part, part, st.none() | st.just(2025))


@cache
def days() -> SearchStrategy[date]:
    return st.dates(date(2020, 1, 1), date(2030, 12, 31))


@cache
def periods() -> SearchStrategy[Period]:
    return st.tuples(days(), days()).map(lambda pair: Period(min(pair), max(pair)))


@cache
def stamps() -> SearchStrategy[Stamp]:
    moments = st.datetimes(timezones=st.sampled_from(ZONES))
    return st.builds(Stamp, words(), words(), moments)


@cache
def bases() -> SearchStrategy[Basis]:
    return st.builds(Basis, ids(), any_texts())


@cache
def recipients() -> SearchStrategy[Recipient]:
    return st.builds(Recipient, ids(), words(), st.integers(0, 1))


@cache
def signatories() -> SearchStrategy[Signatory]:
    return st.builds(Signatory, st.lists(words(), max_size=3).map(tuple), words())


@cache
def table_columns() -> SearchStrategy[list[Column]]:
    widths = st.sampled_from((0.0, 1.5, 0.1))
    return st.lists(st.builds(Column, ids(), st.sampled_from(Role), texts(), texts(), widths), min_size=1, max_size=4)


@cache
def task_lines() -> SearchStrategy[list[Line]]:
    """Labelled lines under a task in the text."""
    ending = st.sampled_from((".", ";", ""))
    return st.lists(st.builds(Line, st.sampled_from(Role), words(), _marks, ending, texts()), max_size=2)


@dataclass(slots=True)
class Printed:
    """The tasks and targets that the nodes drawn so far print."""

    tasks: dict[Id, Task] = field(default_factory=dict)
    targets: dict[Id, Target] = field(default_factory=dict)

    def task(self, draw: DrawFn) -> Id:
        """Draw a task, or now and then one that is printed elsewhere already."""
        if self.tasks and draw(_some) == 5:
            return draw(st.sampled_from(sorted(self.tasks)))
        task = draw(tasks())
        self.tasks[task.id] = task
        return task.id

    def target(self, draw: DrawFn) -> Id:
        target = draw(targets())
        self.targets[target.id] = target
        return target.id

    def place(self, draw: DrawFn) -> Id:
        """Return the identity of a new paragraph or row; now and then a target is marked in its words."""
        place = fresh_id()
        if draw(_some) == 5:
            target = replace(draw(targets()), item_id=place)
            self.targets[target.id] = target
        return place


def row(draw: DrawFn, printed: Printed, own: tuple[Column, ...]) -> Row:
    """Draw a row of any kind; cells stand under columns that its task or target does not fill."""
    kind = draw(_kinds)
    filled = {RowKind.TASK: set(TASK_FIELDS), RowKind.TARGET: set(TARGET_FIELDS)}.get(kind, set())
    free = [column.id for column in own if column.role not in filled]
    with_cell = draw(st.lists(st.sampled_from(free), unique=True, max_size=3)) if free else []
    every = [column.id for column in own]
    merged = draw(st.lists(st.sampled_from(every), unique=True, max_size=2)) if every else []
    return Row(
        printed.place(draw),
        kind,
        level=draw(_few),
        title=draw(texts()) if kind is RowKind.GROUP else Text(),
        task_id=printed.task(draw) if kind is RowKind.TASK else "",
        target_id=printed.target(draw) if kind is RowKind.TARGET else "",
        cells=tuple((column_id, draw(texts())) for column_id in with_cell),
        continues=tuple(merged),
    )


def table(draw: DrawFn, printed: Printed) -> Table:
    """Draw a table of any scheme."""
    own = tuple(draw(table_columns()))
    return Table(
        fresh_id(),
        own,
        tuple(row(draw, printed, own) for _ in range(draw(_some))),
        draw(_levels),
        draw(_flag),
        draw(_flag),
        draw(_charts),
    )


def item(draw: DrawFn, printed: Printed, depth: int) -> Item:
    """Draw an item with what stands below it; some print a task with labelled lines."""
    prints = draw(_few) == 3
    shares = printed.tasks and not prints and draw(_some) == 5
    return Item(
        printed.place(draw),
        draw(_marks),
        Text() if prints else draw(texts()),
        draw(_flag),
        nodes(draw, printed, depth - 1),
        printed.task(draw) if prints else "",
        tuple(draw(task_lines())) if prints else (),
        shares_id=draw(st.sampled_from(sorted(printed.tasks))) if shares else "",
        starts_at=draw(_starts),
        origin_id=draw(origins()),
    )


def nodes(draw: DrawFn, printed: Printed, depth: int) -> tuple[Node, ...]:
    """Draw items and tables, items within items down to `depth`."""
    if depth <= 0:
        return ()
    found: list[Node] = []
    for _ in range(draw(_few)):
        if draw(_some) == 5:
            found.append(table(draw, printed))
        else:
            found.append(item(draw, printed, depth))
    return tuple(found)


def appendix(draw: DrawFn, printed: Printed) -> Appendix:
    """Draw an appendix with its text and tables."""
    words_of = draw(texts()), draw(texts())
    return Appendix(fresh_id(), *words_of, draw(_flag), nodes(draw, printed, 2), draw(_sizes))


@cache
def marks() -> SearchStrategy[Marks]:
    kinds = map(st.sampled_from, (Secrecy, Urgency, Circulation))
    return st.just(UNMARKED) | st.builds(Marks, *kinds, words(), st.integers(0, 300))


@cache
def issues() -> SearchStrategy[Issue]:
    number = words().map(lambda said: said.strip() or "15")
    pdf = st.sampled_from(("", "0123456789abcdef" * 4))
    return st.builds(Issue, number, words(), days(), pdf, words())


@cache
def legal_documents() -> SearchStrategy[LegalDocument]:
    day = st.none() | st.dates(date(1945, 9, 2), date(2030, 12, 31))
    return st.builds(LegalDocument, ids(), words(), words(), words(), day, words(), origins())


@cache
def moments() -> SearchStrategy[datetime]:
    return st.datetimes(*TIMES, timezones=st.sampled_from(ZONES))


@cache
def units() -> SearchStrategy[Unit]:
    aliases = st.lists(words(), max_size=3).map(tuple)
    members = st.lists(origins() | ids(), max_size=3).map(tuple)
    former = st.lists(st.builds(FormerName, words(), words(), days()), max_size=2).map(tuple)
    return st.builds(
        *(Unit, ids(), words(), words(), aliases, st.sampled_from(UnitKind), members, former),
        *(st.none() | days(), st.none() | days(), members),
    )


@cache
def reports() -> SearchStrategy[Mapping[Field, Said]]:
    """Return what was said of some fields, typed here or read from a sheet."""
    origin = st.none() | st.builds(Origin, words(), words(), st.sampled_from(("H12", "AB7")), moments())
    return st.dictionaries(st.sampled_from(Field), st.builds(Said, words() | any_words(), origin), max_size=7)


@cache
def progress() -> SearchStrategy[Progress]:
    files = st.lists(st.builds(Evidence, words(), st.just("0123456789abcdef" * 4)), max_size=2).map(tuple)
    period = st.sampled_from(("", "2025-Q2", "2025-07", "event:1", "2025-06-16"))
    return st.builds(Progress, ids(), origins(), origins(), origins(), reports(), period, files)


@cache
def sendings() -> SearchStrategy[Sending]:
    due, marks = st.none() | days(), st.lists(words(), max_size=3).map(tuple)
    return st.builds(
        *(Sending, ids(), origins(), origins(), moments(), due, st.integers(0, 9), words()),
        returned_at=st.none() | moments(),
        heard=marks,
        period=st.sampled_from(("", "2025-Q2")),
    )


@cache
def known_headings() -> SearchStrategy[KnownHeading]:
    return st.builds(KnownHeading, ids(), words(), st.none() | st.sampled_from(Role))


@cache
def follow_ups() -> SearchStrategy[FollowUp]:
    some_days = st.lists(days(), max_size=2).map(tuple)
    events = st.lists(st.builds(Event, ids(), days(), words(), _few), max_size=2).map(tuple)
    rhythm = st.sampled_from(("", "none", *SpanKind))
    return st.builds(FollowUp, ids(), origins(), origins(), rhythm, some_days, some_days, events, words())


@cache
def exchanged_days() -> SearchStrategy[ExchangedDay]:
    return st.builds(ExchangedDay, ids(), days(), _flag, words())


@cache
def rules_of_office() -> SearchStrategy[Rules]:
    """Rules under an identity of their own, as several kept values of a kind are drawn."""
    return st.builds(Rules, ids(), _flag, st.sampled_from(("none", *SpanKind)))


@cache
def regimes() -> SearchStrategy[Regime]:
    some_words = st.lists(words(), max_size=2).map(tuple)
    day = st.none() | st.integers(1, 31)
    cutoffs = st.builds(Cutoff, st.sampled_from(SpanKind), _few, st.integers(1, 31), st.integers(1, 31), day, day)
    return st.builds(
        *(Regime, ids(), words(), days(), st.none() | days()),
        *(some_words, some_words, some_words, some_words, st.lists(cutoffs, max_size=2).map(tuple)),
    )


@cache
def filters() -> SearchStrategy[Filter]:
    named = st.lists(ids(), max_size=2).map(tuple)
    statuses = st.lists(st.sampled_from(Status), max_size=2).map(tuple)
    kinds = st.lists(st.sampled_from(OccurrenceKind), max_size=2).map(tuple)
    day, number = st.none() | days(), st.none() | _few
    year = st.none() | st.just(2025)
    return st.builds(
        *(Filter, words(), named, named, statuses, kinds, day, day, number, _flag, year),
        *(_flag, _flag, _flag),
    )


@cache
def saved_filters() -> SearchStrategy[SavedFilter]:
    return st.builds(SavedFilter, ids(), words(), filters())


@cache
def particulars() -> SearchStrategy[Particulars]:
    """Draw what an office says of itself."""
    return st.builds(Particulars, ids(), *(words(),) * 5, signatories())


@cache
def drawn() -> SearchStrategy[Drawn]:
    sources = st.lists(ids(), max_size=2).map(tuple)
    span, made = st.sampled_from(("", "2025-Q1")), st.sampled_from(((), ("late",), ("late", "work:1/2")))
    return st.builds(Drawn, st.sampled_from(Form), sources, days(), days(), span, origins(), origins(), made)


@cache
def lives() -> SearchStrategy[Mapping[str, Any]]:
    """Fields that say how far a plan has come: most are drafts, which have none."""
    kept = {"version_of": origins(), "version_name": words(), "kept_at": st.none() | moments()}
    return st.one_of(
        *[st.just({})] * 5,
        st.fixed_dictionaries({"stage": st.just(Stage.KEPT), "issue": st.none() | issues(), **kept}),
        st.fixed_dictionaries({"stage": st.just(Stage.ISSUED), "issue": issues()}),
        st.fixed_dictionaries({"stage": st.just(Stage.REPLACED), "issue": issues(), "replaced_by": origins()}),
    )


@st.composite
def plans(draw: DrawFn) -> Plan:
    """Draw a whole and valid plan; its identities are new, also among the plans of one test."""
    printed = Printed()
    body = nodes(draw, printed, 3)
    behind = tuple(appendix(draw, printed) for _ in range(draw(_two)))
    return Plan(
        fresh_id(),
        kind=draw(_heads),
        title=draw(any_texts()),
        attached=draw(texts()),
        header=draw(headers()),
        period=draw(perhaps(periods)),
        bases=draw(few(bases)),
        body=body,
        appendices=behind,
        signatory=draw(signatories()),
        recipients=draw(few(recipients)),
        tasks=printed.tasks,
        targets=printed.targets,
        stamps=draw(few(stamps, 2)),
        source=draw(words()),
        unplaced=draw(few(source_lines, 2)),
        origin_id=draw(origins()),
        drawn=draw(perhaps(drawn)),
        addressees=draw(few(words, 2)),
        marks=draw(marks()),
        **draw(lives()),
    )
