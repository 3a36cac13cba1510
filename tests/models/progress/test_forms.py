"""The one form of each field, from what people write and back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.progress.figures import plain_figure
from tthc_desktop.models.progress.forms import FIRST_DAY, LAST_DAY, Formed, in_form, shown
from tthc_desktop.models.progress.values import Field, Status

_PERCENTS = st.integers(0, 10_000).map(lambda hundredths: f"{hundredths / 100:.2f}".rstrip("0").rstrip("."))
_DAYS = st.dates(FIRST_DAY, LAST_DAY).map(date.isoformat)
_FREE = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
_FIGURES = st.integers(0, 10**18).map(lambda millionths: plain_figure(Decimal(millionths).scaleb(-6)))
_COUNTED = st.sampled_from([Field.NUMERATOR, Field.DENOMINATOR])
_FREE_FIELDS = st.sampled_from([Field.RESULT, Field.NUMBER, Field.TROUBLE, Field.PROPOSAL])


@given(st.sampled_from(Status))
def test_a_status_shown_is_that_status(status: Status) -> None:
    assert in_form(Field.STATUS, shown(Field.STATUS, status.value)) == Formed(status.value)


@given(_PERCENTS)
def test_a_per_cent_shown_is_that_per_cent(words: str) -> None:
    assert in_form(Field.PERCENT, shown(Field.PERCENT, words)) == Formed(words)
    assert in_form(Field.PERCENT, "?", number=round(float(words) / 100, 6), percent=True) == Formed(words)


@given(_DAYS)
def test_a_day_shown_is_that_day(words: str) -> None:
    assert in_form(Field.DAY, shown(Field.DAY, words)) == Formed(words)
    assert in_form(Field.DAY, words) == Formed(words)
    assert in_form(Field.DAY, "?", day=date.fromisoformat(words)) == Formed(words)


@given(_COUNTED | st.just(Field.VALUE), _FIGURES)
def test_a_figure_shown_is_that_figure(field: Field, words: str) -> None:
    assert in_form(field, shown(field, words)) == Formed(words)


@given(_COUNTED | st.just(Field.VALUE), st.integers(0, 10**14))
def test_the_number_of_a_cell_is_its_figure(field: Field, number: int) -> None:
    assert in_form(field, "?", number=number) == Formed(str(number))


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ("1250", "1250"),
        ("1.250", "1250"),
        ("1 250", "1250"),
        ("1.250,50", "1250.5"),
        ("1,250,000", "1250000"),
        ("99,5", "99.5"),
        ("99.5", "99.5"),
        ("007", "7"),
        ("0", "0"),
    ],
)
def test_figures_are_read_the_vietnamese_way(seen: str, words: str) -> None:
    assert in_form(Field.NUMERATOR, seen) == Formed(words)
    assert in_form(Field.VALUE, seen) == Formed(words)
    assert in_form(Field.VALUE, f"{seen} %") == Formed(words)
    assert in_form(Field.VALUE, f"-{seen}").words in {f"-{words}", "0"}


def test_a_value_shown_as_a_per_cent_is_the_per_cent() -> None:
    assert in_form(Field.VALUE, "94,7%", number=0.947, percent=True) == Formed("94.7")
    assert in_form(Field.NUMERATOR, "3", number=3, percent=True) == Formed("3")


def test_thousands_parted_by_a_comma_are_asked_about() -> None:
    formed = in_form(Field.DENOMINATOR, "1,250")
    assert formed.words == "1250"
    assert formed.trouble == "Không rõ “1,250” là bao nhiêu. Có phải 1.250 không?"
    assert in_form(Field.VALUE, "1,250") == Formed("1.25")


@pytest.mark.parametrize("seen", ["nhiều", "5 hồ sơ", "1.25.0", "5%", "-5", "9" * 16, "1e5", "½", "٣"])
def test_what_is_no_count_is_told_in_one_sentence(seen: str) -> None:
    formed = in_form(Field.DENOMINATOR, seen)
    assert not formed.words
    assert formed.trouble


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1e30])
def test_the_number_of_a_cell_may_be_too_large(number: float) -> None:
    assert in_form(Field.VALUE, "…", number=number).trouble


@given(_DAYS)
def test_the_day_counted_to_is_read_as_any_day(words: str) -> None:
    assert in_form(Field.AS_OF, shown(Field.AS_OF, words)) == Formed(words)


@given(_FREE_FIELDS, _FREE)
def test_free_words_in_form_stay_as_they_are(field: Field, seen: str) -> None:
    formed = in_form(field, seen)
    assert not formed.trouble
    assert in_form(field, shown(field, formed.words)) == formed
    assert formed.words.split() == in_form(field, seen.replace(" ", "  ")).words.split()


@given(st.sampled_from(Field), _FREE, st.none() | st.floats(), st.booleans())
def test_any_words_have_a_form_or_a_trouble(field: Field, seen: str, number: float | None, percent: bool) -> None:
    formed = in_form(field, seen, number=number, percent=percent)
    if formed.words and not formed.trouble and number is None:
        assert in_form(field, shown(field, formed.words)) == formed


@pytest.mark.parametrize(
    ("seen", "status"),
    [
        ("HOÀN THÀNH", Status.DONE),
        ("hoan thanh", Status.DONE),
        ("Đã xong.", Status.DONE),
        ("- xong", Status.DONE),
        ("Đang  làm", Status.DOING),
        ("đang thực hiện…", Status.DOING),
        ("chưa làm", Status.NOT_STARTED),
        ("Ko phát sinh", Status.NONE_AROSE),
        ("k phát sinh", Status.NONE_AROSE),
        ("Hoàn thành trước hạn", Status.DONE_ON_TIME),
        ("hoàn thành (quá hạn)", Status.DONE_LATE),
        ("trễ hạn", Status.OVERDUE),
        ("chưa đến thời hạn", Status.NOT_DUE),
    ],
)
def test_usual_spellings_of_a_status_are_known(seen: str, status: Status) -> None:
    assert in_form(Field.STATUS, seen) == Formed(status.value)


def test_a_slip_in_a_status_is_told_with_what_may_be_meant() -> None:
    formed = in_form(Field.STATUS, "Hoàn thnàh")
    assert formed.words == Status.DONE.value
    assert "Không phát sinh" in formed.trouble


@pytest.mark.parametrize("seen", ["tốt", "80%", "có", "không"])
def test_what_is_no_status_has_no_suggestion(seen: str) -> None:
    formed = in_form(Field.STATUS, seen)
    assert not formed.words
    assert "Hãy chọn một trong: Chưa đến hạn," in formed.trouble


@pytest.mark.parametrize(
    ("seen", "number", "percent", "words"),
    [
        ("60", None, False, "60"),
        ("60", 60.0, False, "60"),
        ("60%", None, False, "60"),
        ("60 %", None, False, "60"),
        ("60,5", None, False, "60.5"),
        ("60.50%", None, False, "60.5"),
        ("60%", 0.6, True, "60"),
        ("29%", 0.29, True, "29"),
        ("33%", 1 / 3, True, "33.33"),
        ("0", 0.0, False, "0"),
        ("-0", -0.0, True, "0"),
        ("100 phần trăm", None, False, "100"),
        ("1%", 0.01, True, "1"),
        ("6000%", 60.0, True, "60"),
        ("10000%", 100.0, True, "100"),
    ],
)
def test_per_cents_are_understood(seen: str, number: float | None, percent: bool, words: str) -> None:
    assert in_form(Field.PERCENT, seen, number=number, percent=percent) == Formed(words)


@pytest.mark.parametrize(
    ("seen", "number", "percent", "meant"),
    [
        ("0,6", 0.6, False, "60"),
        ("0.6", None, False, "60"),
        ("1", 1.0, False, "100"),
        ("500%", 5.0, True, "5"),
        ("120", 120.0, False, ""),
        ("120%", 1.2, True, ""),
        ("-5", -5.0, False, ""),
        ("một nửa", None, False, ""),
        ("?", float("nan"), False, ""),
        ("1E+300", 1e300, False, ""),
    ],
)
def test_doubtful_per_cents_are_told(seen: str, number: float | None, percent: bool, meant: str) -> None:
    formed = in_form(Field.PERCENT, seen, number=number, percent=percent)
    assert formed.words == meant
    assert formed.trouble


@pytest.mark.parametrize(
    "seen",
    [
        "05/08/2025",
        "5-8-2025",
        "5.8.2025",
        "ngày 5 tháng 8 năm 2025",
        "2025-08-05 00:00:00",
        "Ngày 05/08/2025.",
        "5 / 8 / 2025",
    ],
)
def test_days_are_understood(seen: str) -> None:
    assert in_form(Field.DAY, seen) == Formed("2025-08-05")


@pytest.mark.parametrize(
    ("seen", "number", "meant"),
    [
        ("5/8/25", None, "2025-08-05"),
        ("02/25/2025", None, "2025-02-25"),
        ("45874", 45874.0, "2025-08-05"),
        ("31/02/2025", None, ""),
        ("13/13/2025", None, ""),
        ("tháng 8/2025", None, ""),
        ("Quý III", None, ""),
        ("05/08/0225", None, ""),
        ("7", 7.0, ""),
    ],
)
def test_doubtful_days_are_told(seen: str, number: float | None, meant: str) -> None:
    formed = in_form(Field.DAY, seen, number=number)
    assert formed.words == meant
    assert formed.trouble


def test_a_number_of_a_paper_that_became_a_day_is_told() -> None:
    formed = in_form(Field.NUMBER, "12/05/2025", day=date(2025, 5, 12))
    assert formed.words == "12/05/2025"
    assert "Excel" in formed.trouble


def test_line_breaks_stay_and_blanks_go() -> None:
    assert in_form(Field.RESULT, "  Đã\u00a0ban hành \r\n  Kế hoạch\n\n").words == "Đã ban hành\nKế hoạch"


def test_shown_as_people_read_it() -> None:
    assert shown(Field.PERCENT, "60.5") == "60,5%"
    assert shown(Field.DAY, "2025-08-05") == "05/08/2025"
    assert shown(Field.DAY, "") == shown(Field.PERCENT, "") == ""


def test_a_per_cent_far_too_large_is_named_as_it_is_shown() -> None:
    assert "“15000%”" in in_form(Field.PERCENT, "15000%", number=150.0, percent=True).trouble
