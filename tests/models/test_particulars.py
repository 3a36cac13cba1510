"""What an office says of itself: as typed, kept once, and used by what it begins."""

from dataclasses import replace
from datetime import date

import pytest

from tthc_desktop.models.holdings import Holdings, changed
from tthc_desktop.models.particulars import (
    THE_PARTICULARS,
    Particulars,
    particulars_of,
    typed_particulars,
    with_particulars,
)
from tthc_desktop.models.plan import Header, Plan, Signatory
from tthc_desktop.models.skeleton import skeleton
from tthc_desktop.models.template import filled, headed, usual_filling
from tthc_desktop.models.text import plain

TODAY = date(2026, 3, 2)
OWN = Particulars(
    parent_agency="UBND TỈNH SÔNG NGÂN",
    agency="SỞ NỘI VỤ",
    named="Sở Nội vụ",
    symbol="SNV",
    place="Sông Ngân",
    signatory=Signatory(("GIÁM ĐỐC",), "Lê Thị Bình"),
)


def test_an_agency_typed_in_ordinary_letters_is_the_head_and_the_name_in_a_sentence() -> None:
    typed = {"parent_agency": "UBND tỉnh  Sông Ngân", "agency": "Sở Nội vụ", "symbol": "KH-SNV", "place": " Sông Ngân "}

    made = typed_particulars(typed, "Giám đốc\n\n", "Lê Thị Bình")

    assert made == OWN


@pytest.mark.parametrize(("symbol", "kept"), [("SNV", "SNV"), ("CTr-SNV", "SNV"), ("SNV-VP", "SNV-VP"), ("", "")])
def test_the_letters_of_the_agency_are_kept_of_a_symbol(symbol: str, kept: str) -> None:
    assert typed_particulars({"symbol": symbol}).symbol == kept


def test_a_name_in_a_sentence_that_was_typed_stays() -> None:
    made = typed_particulars({"agency": "SỞ NỘI VỤ TỈNH SÔNG NGÂN", "named": "Sở Nội vụ"})

    assert (made.agency, made.named) == ("SỞ NỘI VỤ TỈNH SÔNG NGÂN", "Sở Nội vụ")


def test_nothing_said_changes_nothing_and_what_is_said_is_kept_once() -> None:
    empty = Holdings()
    assert with_particulars(empty, Particulars()) == ()
    assert particulars_of(empty) == Particulars()

    held = changed(empty, with_particulars(empty, OWN))
    assert particulars_of(held) == OWN
    assert with_particulars(held, OWN) == ()

    other = replace(OWN, place="Sông Đà")
    held = changed(held, with_particulars(held, other))
    assert dict(held.particulars) == {THE_PARTICULARS: other}


def test_a_new_plan_is_filled_with_what_the_office_says_of_itself() -> None:
    template = Plan("t", title=plain("Kiểm soát của {cơ quan} năm {năm}"))

    made = filled(template, usual_filling((), TODAY, own=OWN))

    assert made.header == Header("UBND TỈNH SÔNG NGÂN", "SỞ NỘI VỤ", "", "KH-SNV", "Sông Ngân")
    assert str(made.title) == "Kiểm soát của Sở Nội vụ năm 2026"
    assert made.signatory == OWN.signatory


def test_what_the_office_has_not_said_comes_from_its_newest_plan() -> None:
    used = Plan(
        "p", header=Header("UBND TỈNH A", "SỞ X", "", "KH-SX", "Tỉnh A"), signatory=Signatory(("GIÁM ĐỐC",), "An")
    )

    filling = usual_filling((used,), TODAY, own=Particulars(place="Tỉnh B"))

    assert (filling.agency, filling.symbol, filling.place) == ("SỞ X", "KH-SX", "Tỉnh B")
    assert filling.signatory == used.signatory


def test_another_agency_is_not_called_by_the_name_that_an_old_plan_has() -> None:
    used = Plan("p", header=Header(agency="SỞ X"), title=plain("Công tác của Sở X"))

    assert usual_filling((used,), TODAY, own=Particulars(agency="SỞ NỘI VỤ")).named == "Sở nội vụ"


def test_a_name_without_a_capacity_signs_below_the_templates_own() -> None:
    template = Plan("t", signatory=Signatory(("GIÁM ĐỐC",)))
    own = Particulars(signatory=Signatory((), "Lê Thị Bình"))

    assert filled(template, usual_filling((), TODAY, own=own)).signatory == Signatory(("GIÁM ĐỐC",), "Lê Thị Bình")


def test_an_empty_plan_has_the_head_too() -> None:
    made = headed(skeleton(), OWN)

    assert (made.header.agency, made.header.symbol, made.signatory) == ("SỞ NỘI VỤ", "KH-SNV", OWN.signatory)
    assert headed(skeleton(), Particulars()).header == Header()
