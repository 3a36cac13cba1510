"""Targets are found in the running text, with the words that say how they are compared."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import plans
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.targets.in_text import Proposed, proposed_in, proposed_targets
from tthc_desktop.models.targets.marks import says
from tthc_desktop.models.targets.measure import understand_target
from tthc_desktop.models.targets.passages import Passage
from tthc_desktop.models.targets.value import Comparator

_SOME = st.sampled_from(
    ["giảm ", "ít nhất ", "30%", "1,5 %", ", ", " và ", "; ", ". ", "hồ sơ ", "so với năm 2024 ", "đến hết năm 2026 "]
)


def found(words: str) -> list[tuple[str, str]]:
    return [(one.value, one.name) for one in proposed_in(Passage("i", words))]


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        ("Tỷ lệ phiếu được trả lời đạt tối thiểu 95%.", [("đạt tối thiểu 95%", "Tỷ lệ phiếu được trả lời")]),
        ("Bảo đảm 100% phiếu được trả lời", [("Bảo đảm 100%", "phiếu được trả lời")]),
        ("Có trên 90 phần trăm công chức được tập huấn.", [("trên 90 phần trăm", "Có … công chức được tập huấn")]),
        (
            "Từ 80% đến 90% thủ tục được rà soát; từ 95% trở lên phiếu hài lòng",
            [("Từ 80% đến 90%", "thủ tục được rà soát"), ("từ 95% trở lên", "phiếu hài lòng")],
        ),
        (
            "So với năm 2025, cắt giảm tối thiểu 20% số cuộc họp",
            [("So với năm 2025 … cắt giảm tối thiểu 20%", "số cuộc họp")],
        ),
        (
            "Giảm 30% thời gian, 20% chi phí và 10% số giấy tờ so với năm 2025.",
            [
                ("Giảm 30% … so với năm 2025", "thời gian"),
                ("Giảm … 20% … so với năm 2025", "chi phí"),
                ("Giảm … 10% … so với năm 2025", "số giấy tờ"),
            ],
        ),
        (
            "Tối thiểu 80% hồ sơ nộp trực tuyến, bảo đảm 50% phí nộp trực tuyến",
            [("Tối thiểu 80%", "hồ sơ nộp trực tuyến"), ("bảo đảm 50%", "phí nộp trực tuyến")],
        ),
        ("Đến hết quý II/2026: 60% thủ tục", [("Đến hết quý II/2026 … 60%", "thủ tục")]),
        ("Nâng tỷ lệ hài lòng từ 80% lên 95%.", [("95%", "tỷ lệ hài lòng từ 80% lên")]),
        ("Tỷ lệ này (theo mẫu số 2) đạt 99,5 %", [("đạt 99,5 %", "Tỷ lệ này (theo mẫu số 2)")]),
        ("Từ 90% phiếu hỏi trở lên được trả lời", [("Từ 90% … trở lên", "phiếu hỏi trở lên được trả lời")]),
        ("Rà soát 12 thủ tục trong 30 ngày", []),
        ("", []),
    ],
)
def test_each_number_with_a_per_cent_sign_is_a_target(words: str, proposed: list[tuple[str, str]]) -> None:
    assert found(words) == proposed


def test_a_range_and_a_cut_are_understood_as_such() -> None:
    (cut,) = proposed_in(Passage("i", "So với năm 2025, cắt giảm tối thiểu 20% số cuộc họp"))
    measure = understand_target(cut.value)

    assert (measure.comparator, measure.value, measure.baseline_year) == (Comparator.REDUCE_BY, Decimal(20), 2025)


@given(st.lists(_SOME, max_size=14).map("".join) | st.text(max_size=60))
def test_every_value_is_said_by_its_words(words: str) -> None:
    for one in proposed_in(Passage("i", words)):
        assert words[one.start : one.end].strip()[-1:] in {"%", "m", "n", "g"}
        assert says(words, one.value)
        assert one.value == " ".join(one.value.split())


@given(plans())
def test_any_plan_is_looked_through(plan: Plan) -> None:
    for one in proposed_targets(plan):
        assert one.words[one.start : one.end]


def test_thousands_of_figures_are_read_in_a_moment() -> None:
    assert len(found("giảm ít nhất 5%, đến hết năm 2026 " * 1000)) == 1000


def _real(folder: Path) -> list[tuple[Proposed, ...]]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    return [proposed_targets(read_text(words).plan) for words in texts]


def test_the_targets_of_real_plans_are_those_that_a_person_counts(seeds: Path) -> None:
    plans_ = _real(seeds)

    assert [len(plan) for plan in plans_] == [1, 2, 0, 15, 5]
    told = [understand_target(one.value) for one in plans_[3]]
    assert [each.value for each in told] == [30, 30, 30, 100, 100, 100, 100, 100, 50, 50, 100, 100, 100, 100, 100]
    cuts = [each for each in told if each.comparator is Comparator.REDUCE_BY]
    assert [(str(each.value), each.baseline_year) for each in cuts] == [
        *(2 * [("30", None)]),
        *(2 * [("50", 2024)]),
    ]
    assert told[0].comparator is Comparator.AT_LEAST
    hundred, striven, least, by_year, result = (understand_target(one.value) for one in plans_[4])
    assert (striven.aspirational, least.comparator, str(by_year.as_of)) == (True, Comparator.AT_LEAST, "2025-12-31")
    assert [hundred.value, striven.value, least.value, by_year.value, result.value] == [100, 100, 80, 65, 100]


def test_the_targets_of_other_offices_are_found(more_plans: Path) -> None:
    provincial, of_state, third = _real(more_plans)

    assert (len(provincial), len(of_state), len(third)) == (18, 0, 5)
    assert all(understand_target(one.value).value is not None for plan in (provincial, third) for one in plan)
    assert [understand_target(one.value).as_of for one in third if "2045" not in one.value]
