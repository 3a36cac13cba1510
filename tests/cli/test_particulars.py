"""What the office says of itself on the command line, and the plan that is begun with it."""

from tests.cli.conftest import Ask, is_one_line

SET = ("--agency", "Sở Nội vụ", "--parent", "UBND tỉnh Sông Ngân", "--symbol", "KH-SNV", "--place", "Sông Ngân")
SIGNED = ("--capacity", "KT. Giám đốc", "--capacity", "Phó Giám đốc", "--signer", "Lê Thị Bình")


def test_an_office_that_has_said_nothing(ask: Ask) -> None:
    assert ask("office", "--json").found["office"]["agency"] == ""
    assert "(chưa ghi)" in ask("office", "show").out


def test_what_is_said_is_kept_and_fills_new_plans(ask: Ask) -> None:
    assert ask("office", "set", *SET, *SIGNED, "--json").found["office"] == {
        "parent_agency": "UBND TỈNH SÔNG NGÂN",
        "agency": "SỞ NỘI VỤ",
        "named": "Sở Nội vụ",
        "symbol": "SNV",
        "place": "Sông Ngân",
        "capacity": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
        "signer": "Lê Thị Bình",
    }

    made = ask("new", "kiem-soat-tthc", "--json").found["plan"]

    header = ask("show", made, "--json").found["header"]
    assert (header["agency"], header["symbol"], header["place"]) == ("SỞ NỘI VỤ", "KH-SNV", "Sông Ngân")


def test_one_thing_is_changed_and_the_others_stay_and_it_can_be_undone(ask: Ask) -> None:
    ask("office", "set", *SET)
    ask("office", "set", "--place", "Sông Đà")

    found = ask("office", "--json").found["office"]
    assert (found["agency"], found["place"]) == ("SỞ NỘI VỤ", "Sông Đà")
    ask("undo")
    assert ask("office", "--json").found["office"]["place"] == "Sông Ngân"


def test_nothing_given_is_refused(ask: Ask) -> None:
    refused = ask("office", "set")

    assert refused.status == 2
    assert "Chưa ghi thông tin nào" in refused.err
    assert is_one_line(refused.err)
