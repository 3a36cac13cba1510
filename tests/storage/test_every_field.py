"""Nothing of a value is forgotten: a field that is added to a model has to be added to the tables."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tthc_desktop.models.agenda.filter import Filter, SavedFilter
from tthc_desktop.models.agenda.values import Event, FollowUp, OccurrenceKind
from tthc_desktop.models.changes import Change, Kept
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.drawn import Drawn, Form
from tthc_desktop.models.holdings import FIELDS
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.marks import Circulation, Marks, PaperSize, Secrecy, Urgency
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.plan import (
    Appendix,
    Basis,
    Header,
    Item,
    Line,
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
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Run, Text, plain
from tthc_desktop.models.unit import FormerName, Unit, UnitKind
from tthc_desktop.models.version import Issue, Stage
from tthc_desktop.office import Office

WORDS = plain("chữ")
RUNS = Text((Run("đậm", bold=True), Run("nghiêng", italic=True, figure="tasks done")))
TABLE = Table(
    "table",
    (
        Column(
            "column",
            Role.LEAD,
            WORDS,
            Text((Run("đậm", bold=True), Run("nghiêng", italic=True, figure="tasks done"))),
            2.5,
        ),
    ),
    (
        Row("1", RowKind.TASK, 1, task_id="task", cells=(("column", WORDS),), continues=("column",)),
        Row("2", RowKind.TARGET, 1, target_id="target"),
        Row("3", RowKind.GROUP, title=WORDS),
    ),
    (Mark.ROMAN,),
    continuous=True,
    number_in_title=True,
    chart="bars",
)
ITEM = Item(
    "item",
    Mark.DASH,
    WORDS,
    heading=True,
    children=(TABLE,),
    task_id="task",
    lines=(Line(Role.FREE, "Ghi chú", Mark.PLUS, ";", WORDS),),
    shares_id="task",
    starts_at=4,
    origin_id="origin",
)
PLAN = Plan(
    "plan",
    kind="QUYẾT ĐỊNH",
    title=WORDS,
    attached=WORDS,
    header=Header("UBND TỈNH", "SỞ TƯ PHÁP", "15", "KH-STP", "Lai Châu", 14, 2, 2025),
    period=Period(date(2025, 1, 1), date(2025, 12, 31)),
    bases=(Basis("basis", WORDS),),
    body=(ITEM,),
    appendices=(Appendix("appendix", WORDS, WORDS, landscape=True, nodes=(Item("inner"),), paper=PaperSize.A3),),
    signatory=Signatory(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn A"),
    recipients=(Recipient("recipient", "Lưu: VT", 1),),
    tasks={"task": Task("task", WORDS, WORDS, WORDS, WORDS, WORDS, "origin")},
    targets={"target": Target("target", WORDS, WORDS, WORDS, WORDS, WORDS, WORDS, "origin", "item")},
    stamps=(Stamp("15", "KH-STP", datetime(2025, 2, 14, 9, 25, 8, tzinfo=UTC)),),
    source="ke-hoach.txt",
    unplaced=(SourceLine(3, "dòng"),),
    origin_id="origin",
    stage=Stage.REPLACED,
    version_of="other",
    version_name="Trình lần đầu",
    kept_at=datetime(2025, 2, 15, 8, 0, 1, tzinfo=UTC),
    issue=Issue("15", "KH-STP", date(2025, 2, 14), "0123456789abcdef" * 4, "ke-hoach.pdf"),
    replaced_by="newer",
    drawn=Drawn(
        Form.REPORT, ("p2", "p1"), date(2025, 1, 1), date(2025, 3, 14), "2025-Q1", "unit", "regime", ("late", "work:1")
    ),
    addressees=("Ủy ban nhân dân tỉnh", "Sở Tư pháp"),
    marks=Marks(Secrecy.HIGH, Urgency.EXPRESS, Circulation.INTERNAL, "PL", 300),
)
DOCUMENT = LegalDocument(
    "document", "Nghị định", "63/2010/NĐ-CP", "Chính phủ", date(2010, 6, 8), "về kiểm soát thủ tục", "newer"
)
UNIT = Unit(
    "unit",
    "Các phòng chuyên môn",
    "Các phòng",
    ("Phòng", "các phòng thuộc Sở"),
    UnitKind.COLLECTIVE,
    ("b", "a"),
    former=(FormerName("Các phòng", "P", date(2024, 12, 31)), FormerName("Phòng, ban")),
    valid_from=date(2025, 1, 1),
    valid_to=date(2025, 6, 30),
    became=("d", "c"),
)
AT = datetime(2026, 3, 4, 5, 6, 7, 89, tzinfo=UTC)
PROGRESS = Progress(
    "progress",
    "plan",
    "task",
    "unit",
    {field: Said(f"điều {field}", Origin("phieu.xlsx", "Bảng", "H7", AT)) for field in Field},
    "2025-Q2",
    (Evidence("báo cáo.pdf", "0123456789abcdef" * 4), Evidence("ảnh.jpg", "f" * 64)),
)
SENDING = Sending(
    "sending", "plan", "unit", AT, date(2026, 3, 20), 7, "phieu-phong-1.xlsx", AT, ("a1", "b2"), "2026-Q1"
)
HEADING = KnownHeading("heading", "don vi chu tri/thuc hien", Role.LEAD)
FOLLOW_UP = FollowUp(
    "follow-up",
    "plan",
    "task",
    SpanKind.MONTH,
    (date(2025, 6, 30), date(2025, 3, 31)),
    (date(2025, 5, 5),),
    (Event("event", date(2025, 4, 1), "Quyết định công bố có hiệu lực", 2),),
    "Chờ bộ hướng dẫn",
)
EXCHANGED = ExchangedDay("day", date(2025, 5, 2), off=False, note="làm bù")
RULES = Rules("other", strict=True, review=SpanKind.MONTH)
REGIME = Regime(
    "regime",
    "Báo cáo kiểm soát thủ tục hành chính",
    date(2026, 1, 1),
    date(2030, 12, 31),
    ("Thông tư số 01",),
    ("Cục Kiểm soát",),
    ("Lưu: VT", "Như trên"),
    ("Biểu 01a",),
    (Cutoff(SpanKind.QUARTER, 1, 15, 14, 18, 3), Cutoff(SpanKind.YEAR)),
)
FILTER = SavedFilter(
    "filter",
    "Quá hạn của phòng",
    Filter(
        *("rà soát", ("p2", "p1"), ("unit",), (Status.OVERDUE,), (OccurrenceKind.DUE, OccurrenceKind.EVENT)),
        *(date(2025, 1, 1), date(2025, 6, 30), 7, True, 2025),
        *(True, True, True),
    ),
)
PARTICULARS = Particulars(
    *("other", "UBND TỈNH", "SỞ TƯ PHÁP", "Sở Tư pháp", "STP", "Lai Châu"),
    Signatory(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn A"),
)
KEPT = (PLAN, DOCUMENT, UNIT, PROGRESS, SENDING, HEADING, FOLLOW_UP, EXCHANGED, RULES, REGIME, FILTER, PARTICULARS)


def test_there_is_a_value_of_every_kind() -> None:
    assert [type(kept) for kept in KEPT] == list(FIELDS)


@pytest.mark.parametrize("kept", KEPT)
def test_this_value_has_something_in_every_field(kept: Kept) -> None:
    filled = {(type(value), name) for value in values(kept) for name in filled_fields(value)}

    assert filled == {(type(value), name) for value in values(kept) for name in field_names(value)}


def test_every_field_is_kept(tmp_path: Path) -> None:
    with Office.open(tmp_path / "office.tthc") as office:
        office.change(Change("Thêm", tuple((None, kept) for kept in KEPT)))

    with Office.open(tmp_path / "office.tthc") as office:
        assert [getattr(office, FIELDS[type(kept)])[kept.id] for kept in KEPT] == list(KEPT)
        assert [[*getattr(office, name)] for name in FIELDS.values()] == [[kept.id] for kept in KEPT]


def values(value: object) -> Iterator[object]:
    """Yield every value within a value, itself too."""
    if isinstance(value, tuple):
        for member in value:
            yield from values(member)
    elif isinstance(value, Mapping):
        yield from values(tuple(value.values()))
    elif is_dataclass(value):
        yield value
        for name in field_names(value):
            yield from values(getattr(value, name))


def field_names(value: object) -> list[str]:
    assert is_dataclass(value)
    return [field.name for field in fields(value)]


def filled_fields(value: object) -> list[str]:
    """Return the names of the fields that hold something else than they would without being given."""
    assert is_dataclass(value)
    return [
        field.name
        for field in fields(value)
        if getattr(value, field.name) != (field.default if field.default is not MISSING else {})
    ]
