"""An invented office with two sections of work, targets and anything that its units may have said."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.models.agenda.offices import NO_DAYS_OFF, office, plan
from tests.models.units.registers import CENTRE, INSPECTORS, JUSTICE, OFFICE
from tthc_desktop.models.agenda.agenda import agenda
from tthc_desktop.models.plan import Header, Plan, Recipient, Signatory
from tthc_desktop.models.progress.values import Field, Progress, Said, Status
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.facts import facts
from tthc_desktop.models.reporting.values import Facts, TargetFact
from tthc_desktop.models.table import Row, RowKind, Table
from tthc_desktop.models.text import plain

QUARTER = Stretch(date(2025, 3, 15), date(2025, 6, 14), "2025-Q2")
NEXT_QUARTER = Stretch(date(2025, 6, 15), date(2025, 9, 14), "2025-Q3")
TODAY = date(2025, 6, 17)
WORKS = (
    ("Văn phòng Sở", "", "Trước ngày 15/4/2025"),
    ("Văn phòng Sở; Thanh tra Sở", "Trung tâm Tin học", "Quý II/2025"),
    ("Thanh tra Sở", "", "Thường xuyên"),
    ("Văn phòng Sở", "", "Hàng quý"),
    ("", "", "Tháng 8/2025"),
)
CONTENTS = (
    "Ban hành quy chế tiếp dân",
    "Đo thời gian chờ của người nộp hồ sơ; báo cáo Giám đốc Sở",
    "Kiểm tra đột xuất việc trả kết quả",
    "Thống kê hồ sơ trễ hạn",
    "Sơ kết công tác",
)
UNITS = (OFFICE, INSPECTORS, CENTRE, JUSTICE)


def yearly_plan(**more: object) -> Plan:
    """Return a plan with the tasks of `WORKS` in two groups of a table."""
    made = plan(*WORKS)
    tasks = {
        task.id: replace(task, content=plain(words)) for task, words in zip(made.tasks.values(), CONTENTS, strict=True)
    }
    [table] = (node for node in made.body if isinstance(node, Table))
    groups = (
        Row("g1", RowKind.GROUP, 0, plain("TIẾP DÂN VÀ NHẬN HỒ SƠ")),
        Row("g2", RowKind.GROUP, 0, plain("Theo dõi, tổng hợp")),
    )
    rows = [replace(row, level=1) for row in table.rows if row.kind is RowKind.TASK]
    arranged = replace(table, rows=(groups[0], *rows[:3], groups[1], *rows[3:]))
    usual: dict[str, object] = {
        "title": plain("Công tác tiếp dân năm 2025 của Sở Nội vụ"),
        "header": Header("UBND TỈNH THANH LÂM", "SỞ NỘI VỤ", "1", "KH-SNV", "Thanh Lâm", 2, 1, 2025),
        "signatory": Signatory(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê Văn An"),
        "recipients": (Recipient("r1", "UBND tỉnh (b/c)"), Recipient("r2", "Lưu: VT, VP")),
        "body": (arranged,),
        "tasks": tasks,
        **more,
    }
    return replace(made, **usual)  # type: ignore[arg-type]


def told(work: str, unit: str, period: str = "", **words: str) -> Progress:
    """Return what a unit has said of its work, by the names of the fields."""
    said = {Field(name): Said(value) for name, value in words.items()}
    return Progress(f"{work}-{unit}-{period}", "plan", work, unit, said, period)


def facts_of(
    progress: Iterable[Progress] = (),
    stretch: Stretch = QUARTER,
    targets: Iterable[TargetFact] = (),
    of: Plan | None = None,
) -> Facts:
    """Return the facts of the plan with what was said of it."""
    one = of or yearly_plan()
    return facts([one], agenda(one, office([one], progress), NO_DAYS_OFF), stretch, targets)


def reported() -> SearchStrategy[list[Progress]]:
    """Anything that units may have said, of each work and period once."""
    work = st.sampled_from([f"t{place}" for place in range(1, len(WORKS) + 1)])
    unit = st.sampled_from([each.id for each in UNITS])
    period = st.sampled_from(("", "", "2025-Q1", "2025-Q2", "2025-Q3"))
    words = st.sampled_from(("", "Đã làm xong một nửa", "- Họp hai lần;\n- Gửi văn bản.", "Thiếu người #1 {x} <b>"))
    days = st.dates(date(2025, 1, 1), date(2025, 10, 1)).map(date.isoformat)
    fields = st.fixed_dictionaries(
        {"status": st.sampled_from([each.value for each in Status])},
        optional={"result": words, "trouble": words, "proposal": words, "number": words, "day": days},
    )
    one = st.builds(lambda work, unit, period, said: told(work, unit, period, **said), work, unit, period, fields)
    return st.lists(one, max_size=8, unique_by=lambda each: each.id)


def targets() -> SearchStrategy[list[TargetFact]]:
    """No, one or two targets, measured or not."""
    verdict = st.sampled_from(((None, "", "Chưa đủ số liệu"), (True, "97,5%", "Đạt"), (False, "40%", "Chưa đạt")))
    one = st.builds(
        lambda place, found: TargetFact(
            "plan", f"c{place}", str(place), f"Tỷ lệ {place}", "%", "95", found[1], found[2], found[0]
        ),
        st.integers(1, 2),
        verdict,
    )
    return st.lists(one, max_size=2, unique_by=lambda each: each.target_id)


def any_facts() -> SearchStrategy[Facts]:
    return st.builds(facts_of, reported(), st.sampled_from((QUARTER, NEXT_QUARTER)), targets())
