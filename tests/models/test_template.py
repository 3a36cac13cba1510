"""Templates are filled with what the office used last."""

from dataclasses import replace
from datetime import date

from tests.ui.papers import little_plan
from tthc_desktop.models.plan import Basis, Header, Item, Period, Plan, Signatory
from tthc_desktop.models.template import Filling, filled, guessed_name, named_in, usual_filling
from tthc_desktop.models.text import Run, plain, text

TEMPLATE = Plan(
    "m",
    title=text((Run("Rà soát "), Run("năm {năm}", bold=True))),
    bases=(Basis("b", plain("{cơ quan} ban hành {tên loại}, so với {năm trước}; số …/{ký hiệu}, {lạ}")),),
    body=(Item("i", text=plain("a < b & c")),),
    signatory=Signatory(("GIÁM ĐỐC",)),
)
FILLING = Filling(2031, "UBND TỈNH X", "SỞ Y TẾ", "Sở Y tế", "KH-SYT", "X", Signatory(("TRƯỞNG PHÒNG",), "An"))


def test_placeholders_are_filled_and_the_rest_stays() -> None:
    made = filled(TEMPLATE, FILLING)
    assert made.title == text((Run("Rà soát "), Run("năm 2031", bold=True)))
    assert str(made.bases[0].text) == "Sở Y tế ban hành Kế hoạch, so với 2030; số …/KH-SYT, …"
    assert made.header == Header("UBND TỈNH X", "SỞ Y TẾ", "", "KH-SYT", "X")
    assert made.period == Period(date(2031, 1, 1), date(2031, 12, 31))
    assert made.signatory.name == "An"
    assert made.id != TEMPLATE.id


def test_what_is_not_known_is_a_blank() -> None:
    made = filled(TEMPLATE, Filling(2031))
    assert str(made.bases[0].text) == "… ban hành Kế hoạch, so với 2030; số …/…, …"
    assert made.signatory == TEMPLATE.signatory


def test_a_programme_has_its_own_letters() -> None:
    assert filled(replace(TEMPLATE, kind="CHƯƠNG TRÌNH"), FILLING).header.symbol == "CTr-SYT"
    assert filled(TEMPLATE, replace(FILLING, symbol="CTr-SYT")).header.symbol == "KH-SYT"
    assert filled(TEMPLATE, replace(FILLING, symbol="SYT")).header.symbol == "SYT"


def test_the_newest_plan_tells_what_is_usual() -> None:
    old = replace(little_plan(), id="p0", title=plain("Kế hoạch năm 2020"), header=Header(agency="SỞ CŨ"))
    found = usual_filling((little_plan(), old), date(2030, 3, 1))
    assert (found.year, found.agency, found.symbol, found.place) == (2030, "SỞ NỘI VỤ", "KH-SNV", "Sông Ngân")
    assert usual_filling((), date(2030, 11, 1)) == Filling(2031)


def test_the_name_in_a_sentence_is_that_of_the_plans_own_words() -> None:
    plan = replace(little_plan(), bases=(Basis("b", plain("nay Sở Nội Vụ ban hành:")),))
    assert named_in(plan) == "Sở Nội Vụ"
    assert named_in(little_plan()) == "Sở nội vụ"
    assert guessed_name("SỞ Y TẾ") == "Sở y tế"
    assert named_in(Plan("p")) == ""
