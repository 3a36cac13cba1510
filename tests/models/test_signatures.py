"""What is said of signatures, and which files are refused."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.models.signatures import (
    Intact,
    Signature,
    Since,
    Trust,
    cautions,
    check_signed,
    covering,
    signature_words,
    signer_words,
    state_words,
    summary,
)

AT = datetime(2030, 1, 9, 9, 25, 8, tzinfo=timezone(timedelta(hours=7)))
LEADER = Signature("A", "Lò Thị Mẫu", "Sở Nội vụ", at=AT, since=Since.SIGNATURES)
OFFICE = Signature("B", "Sở Nội vụ", at=AT + timedelta(minutes=5), trust=Trust.YES)


def test_a_signature_is_told_in_a_sentence() -> None:
    assert signature_words(LEADER) == (
        "Lò Thị Mẫu (Sở Nội vụ) ký lúc 09:25:08 ngày 09/01/2030 (+07:00): chữ ký nguyên vẹn, chưa kiểm được nguồn gốc "
        "chứng thư; sau đó chỉ có thêm chữ ký khác."
    )
    assert "không rõ lúc nào" in signature_words(replace(LEADER, at=None))
    assert signer_words(Signature("Chữ ký 1")) == "chữ ký ở ô “Chữ ký 1”"


def test_every_state_has_words_of_its_own() -> None:
    states = [replace(OFFICE, trust=trust) for trust in Trust]
    states += [replace(OFFICE, intact=intact) for intact in (Intact.NO, Intact.UNKNOWN)]
    states += [replace(OFFICE, since=since) for since in (Since.SIGNATURES, Since.CHANGES)]

    assert len({state_words(state) for state in states}) == len(states)


def test_a_summary_names_each_signer_once_a_minute() -> None:
    twice = replace(OFFICE, field="C", at=AT + timedelta(minutes=5, seconds=11))

    assert summary((LEADER, OFFICE, twice)) == "Lò Thị Mẫu 09/01/2030 09:25, Sở Nội vụ 09/01/2030 09:30"


def test_what_is_doubtful_but_not_refused_is_a_caution() -> None:
    check_signed((LEADER, OFFICE))
    assert cautions((LEADER, OFFICE)) == (signature_words(LEADER),)
    assert covering((LEADER, OFFICE)) is OFFICE


@pytest.mark.parametrize(
    "signatures",
    [
        (),
        (replace(LEADER, intact=Intact.NO), OFFICE),
        (LEADER, replace(OFFICE, intact=Intact.NO)),
        (replace(LEADER, intact=Intact.UNKNOWN),),
        (replace(LEADER, since=Since.CHANGES), replace(OFFICE, since=Since.CHANGES)),
        (replace(LEADER, since=Since.CHANGES), replace(OFFICE, intact=Intact.UNKNOWN)),
    ],
    ids=["none", "first broken", "last broken", "unknown kind", "changed", "changed and unknown"],
)
def test_a_file_that_no_signature_stands_for_is_refused(signatures: tuple[Signature, ...]) -> None:
    with pytest.raises(UserError) as refused:
        check_signed(signatures)
    assert refused.value.what.endswith(".")
    assert refused.value.advice.startswith("Hãy")
