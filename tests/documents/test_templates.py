"""Every template is a whole plan that prints, with nothing of another office in it."""

import re

import pytest

from tthc_desktop.documents.templates import TEMPLATES, Template, template_plan
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.counts import count
from tthc_desktop.models.outline import tables
from tthc_desktop.models.places import words_by_place
from tthc_desktop.models.plan import opens_plan
from tthc_desktop.models.table import Role, column_of
from tthc_desktop.models.template import Filling, filled

FILLING = Filling(2027, "UBND TỈNH SÔNG NGÂN", "SỞ NỘI VỤ", "Sở Nội vụ", "KH-SNV", "Sông Ngân")
EACH = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)


@EACH
def test_a_template_has_what_such_plans_have(template: Template) -> None:
    plan = filled(template_plan(template.name), FILLING)
    counts = count(plan)
    assert counts.roman >= 3
    assert counts.bases >= 3
    assert counts.recipients >= 4
    assert counts.table_tasks + counts.body_tasks >= 5
    assert opens_plan(plan.bases[-1])
    assert plan.recipients[-1].text.startswith("Lưu:")
    assert any(column.over for table, _ in tables(plan) for column in table.columns), "a heading of two levels"
    assert all(column_of(table, Role.NUMBER) for table, _ in tables(plan))


@EACH
def test_nothing_is_left_unfilled_and_years_are_the_plans_own(template: Template) -> None:
    plan = filled(template_plan(template.name), FILLING)
    words = [str(words) for _, words in words_by_place(plan)]
    assert not [one for one in words if re.search(r"[{}]", one)]
    assert "2027" in str(plan.title)
    own = {int(year) for one in words if "ngày" not in one for year in re.findall(r"\b20\d\d\b", one)}
    assert own <= {2026, 2027}


@EACH
def test_a_template_prints(template: Template) -> None:
    assert render(filled(template_plan(template.name), FILLING)).startswith(b"%PDF")


def test_each_says_in_one_sentence_what_it_is_for() -> None:
    assert len({template.title for template in TEMPLATES}) == len(TEMPLATES) == 4
    assert all(template.about.endswith(".") and len(template.about) < 120 for template in TEMPLATES)
