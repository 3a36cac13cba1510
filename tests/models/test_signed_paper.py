"""What is taken over from a signed paper, and what speaks against it."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from tthc_desktop.models.comparison.passages import Passage, departures
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.plan import Header, Plan, Stamp
from tthc_desktop.models.signatures import Signature, Since
from tthc_desktop.models.signed_paper import (
    Facts,
    SignedPaper,
    Whence,
    contradictions,
    disagreements,
    doubts,
    facts_of,
    is_another,
)
from tthc_desktop.models.version import Issue

ZONE = timezone(timedelta(hours=7))
STAMP = Stamp("15", "KH-SNV", datetime(2030, 1, 9, 9, 25, 8, tzinfo=ZONE))
HEAD = Header(number="15", symbol="KH-SNV", day=9, month=1, year=2030)
SIGNED = Signature("A", "Lò Thị Mẫu", at=datetime(2030, 1, 8, 16, 0, tzinfo=ZONE))
PLAN = Plan(new_id(), header=Header(symbol="KH-SNV", month=1, year=2030))


def paper(*stamps: Stamp, head: Header = HEAD, plan: Plan = PLAN) -> SignedPaper:
    """Return a paper that says this of its issuing."""
    return SignedPaper("ky.pdf", (SIGNED,), stamps, head, facts_of(stamps, head, (SIGNED,), plan))


def test_the_stamp_comes_before_the_head_and_that_before_the_time_of_signing() -> None:
    stamped = facts_of((STAMP,), replace(HEAD, number="16", day=10), (SIGNED,), PLAN)
    assert (stamped.number, stamped.day, stamped.at) == ("15", date(2030, 1, 9), STAMP.at)
    assert (stamped.number_from, stamped.symbol_from, stamped.day_from, stamped.at_from) == (Whence.STAMP,) * 4

    headed = facts_of((), HEAD, (SIGNED,), PLAN)
    assert (headed.number, headed.symbol, headed.day, headed.at) == ("15", "KH-SNV", date(2030, 1, 9), SIGNED.at)
    assert (headed.number_from, headed.day_from, headed.at_from) == (Whence.HEAD, Whence.HEAD, Whence.SIGNATURE)

    bare = facts_of((), Header(), (SIGNED,), PLAN)
    assert (bare.number, bare.symbol, bare.day) == ("", "KH-SNV", date(2030, 1, 8))
    assert (bare.number_from, bare.symbol_from, bare.day_from) == (None, Whence.PLAN, Whence.SIGNATURE)
    assert bare.issue is None
    assert headed.issue == Issue("15", "KH-SNV", date(2030, 1, 9))


def test_a_signature_that_covers_no_whole_file_tells_no_time() -> None:
    assert facts_of((), Header(), (replace(SIGNED, since=Since.CHANGES),), PLAN) == Facts(
        symbol="KH-SNV", symbol_from=Whence.PLAN
    )


def test_a_paper_that_agrees_with_itself_and_the_plan_has_no_contradiction() -> None:
    later = replace(STAMP, at=STAMP.at + timedelta(seconds=11))
    assert contradictions(paper(STAMP, later), PLAN) == ()
    assert contradictions(paper(STAMP, head=Header()), PLAN) == ()
    assert contradictions(paper(replace(STAMP, number="015")), PLAN) == ()


@pytest.mark.parametrize(
    ("found", "plan", "said"),
    [
        (paper(STAMP, replace(STAMP, number="16")), PLAN, "khác số nhau"),
        (paper(STAMP, replace(STAMP, at=STAMP.at + timedelta(days=1))), PLAN, "khác ngày nhau"),
        (paper(STAMP, head=replace(HEAD, number="16")), PLAN, "Số trên đầu văn bản là 16"),
        (paper(STAMP, head=replace(HEAD, symbol="KH-STP")), PLAN, "Ký hiệu trên đầu văn bản là KH-STP"),
        (paper(STAMP, head=replace(HEAD, day=8)), PLAN, "Ngày trên đầu văn bản là 08/01/2030"),
        (paper(STAMP), replace(PLAN, header=Header(symbol="KH-STP")), "văn bản khác"),
        (paper(STAMP), replace(PLAN, header=HEAD.__class__(number="14", symbol="KH-SNV")), "đã ghi số 14"),
        (paper(STAMP), replace(PLAN, header=replace(HEAD, day=7)), "đã ghi ngày 07/01/2030"),
    ],
)
def test_contradictions_are_told(found: SignedPaper, plan: Plan, said: str) -> None:
    (words,) = contradictions(found, plan)
    assert said in words
    assert words in doubts(found, plan)


def test_what_the_clerk_gives_is_held_against_the_paper() -> None:
    facts = paper(STAMP).facts
    assert disagreements(facts, Issue("15", "KH-SNV", date(2030, 1, 9))) == ()
    number, symbol, day = disagreements(facts, Issue("16", "KH-STP", date(2030, 1, 10)))
    assert "số 15" in number
    assert "KH-SNV" in symbol
    assert "09/01/2030 (theo dòng chữ ký của cơ quan)" in day
    assert disagreements(Facts(), Issue("1", "KH", date(2030, 1, 1))) == ()


def test_words_that_differ_or_cannot_be_read_are_doubts() -> None:
    words = [Passage("Rà soát toàn bộ thủ tục hành chính trong năm 2030")]
    same = replace(paper(STAMP), departures=departures(words, words))
    other = replace(paper(STAMP), departures=departures(words, [Passage("Một việc khác")]))
    near = replace(paper(STAMP), departures=departures(words, [Passage(words[0].words.replace("2030", "2031"))]))
    scan = replace(paper(STAMP), unread="Tệp là bản quét.")

    assert doubts(same, PLAN) == ()
    assert (is_another(other), is_another(near), is_another(scan)) == (True, False, False)
    assert "văn bản khác" in doubts(other, PLAN)[0]
    assert "ở 1 chỗ" in doubts(near, PLAN)[0]
    assert "bản quét" in doubts(scan, PLAN)[0]
