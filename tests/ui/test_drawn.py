"""Documents drawn up from plans are no plans: nothing is sent, followed or made anew from them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tthc_desktop.models.drawn import FORM_NAMES, Drawn, Form
from tthc_desktop.models.editing.life import keep_version, living
from tthc_desktop.models.plan import Header, Period, Plan, is_plan
from tthc_desktop.models.template import usual_filling
from tthc_desktop.models.text import plain
from tthc_desktop.ui.listing import listing

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
PLAN = Plan("p", title=plain("Cải cách năm 2025"), header=Header(agency="SỞ NỘI VỤ", symbol="KH-SNV"), period=YEAR)
REPORT = replace(
    PLAN,
    id="r",
    kind="BÁO CÁO",
    title=plain("Kết quả năm 2025"),
    header=Header(agency="SỞ NỘI VỤ", symbol="BC-SNV"),
    drawn=Drawn(Form.REPORT, ("p",), YEAR.start, YEAR.end, "2025"),
)
AT = datetime(2025, 6, 1, tzinfo=UTC)


def test_only_what_the_office_wrote_is_a_plan() -> None:
    assert is_plan(PLAN)
    assert not is_plan(REPORT)
    assert set(FORM_NAMES) == set(Form)


def test_living_plans_are_neither_versions_nor_drawn_up() -> None:
    version = keep_version(PLAN, "trình", AT)
    assert living({one.id: one for one in (PLAN, version, REPORT)}) == (PLAN,)


def test_a_new_plan_is_filled_from_the_last_plan() -> None:
    assert usual_filling([PLAN, REPORT], date(2025, 6, 1)).symbol == "KH-SNV"


def test_the_start_page_lists_a_document_with_its_form() -> None:
    version = keep_version(REPORT, "trình", AT)
    lines = list(listing({one.id: one for one in (PLAN, REPORT, version)}))
    assert [(line[0], line[3]) for line in lines] == [("r", 0), (version.id, 1), ("p", 0)]
    assert lines[0][2].startswith("Báo cáo · Dự thảo")
    assert "nhiệm vụ" not in lines[0][2]
    assert lines[2][2].startswith("Dự thảo")
