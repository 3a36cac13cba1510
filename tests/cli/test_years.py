"""Plans from templates and from last year's on the command line, and two of them compared."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask
from tthc_desktop.documents.templates import TEMPLATES
from tthc_desktop.office import Office


@pytest.mark.parametrize("name", [template.name for template in TEMPLATES])
def test_a_plan_from_a_template(ask: Ask, office: Path, name: str) -> None:
    made = ask("new", name, "--year", "2031", "--json").found

    assert (made["template"], made["year"]) == (name, 2031)
    with Office.open(office) as opened:
        plan = opened.plans[made["plan"]]
    assert "2031" in str(plan.title)


def test_a_plan_from_a_template_has_the_offices_own_head(ask: Ask, paper: Path) -> None:
    old = ask("import", paper, "--json").found["plan"]
    made = ask("new", TEMPLATES[0].name, "--json").found["plan"]

    head, before = (ask("show", plan, "--json").found["header"] for plan in (made, old))
    assert {name: head[name] for name in ("agency", "symbol", "place")} == {
        name: before[name] for name in ("agency", "symbol", "place")
    }


def test_last_years_plan_is_rolled_forward_and_compared(ask: Ask, paper: Path) -> None:
    old = ask("import", paper, "--json").found["plan"]
    title = str(ask("show", old, "--json").found["title"])
    made = ask("roll", old, "--json").found

    assert made["origin"] == old
    assert made["changed"]
    assert all(one["old"] != one["new"] for one in made["changed"])
    found = ask("compare", old, made["plan"], "--json").found
    assert (found["old"], found["new"]) == (old, made["plan"])
    assert {one["what"] for one in found["differences"]} <= {"dated", "reworded"}
    assert f"“{title}” → “" in ask("compare", old, made["plan"]).out
    ask("undo")
    assert [plan["id"] for plan in ask("list", "--json").found["plans"]] == [old]


def test_the_same_plan_has_no_differences(ask: Ask, paper: Path) -> None:
    plan = ask("import", paper, "--json").found["plan"]
    version = ask("keep", plan, "--json").found["version"]

    assert ask("compare", version, plan).out.strip() == "Hai bản không khác nhau."
    assert ask("compare", version, plan, "--json").found["differences"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "khong-co"), "Không có mẫu “khong-co”"),
        (("new", "kiem-soat-tthc", "--year", "20x7"), "không phải là một năm"),
        (("new", "kiem-soat-tthc", "--year", "3000"), "không phải là một năm"),
    ],
)
def test_what_cannot_be_done_is_told(ask: Ask, arguments: tuple[str, ...], said: str) -> None:
    answer = ask(*arguments)

    assert answer.status == 2
    assert said in answer.err
    assert ask("list", "--json").found["plans"] == []
