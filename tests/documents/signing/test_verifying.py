"""Signatures really made, and what is said of them after all that can happen to a file."""

import socket
from contextlib import suppress
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.sign.fields import SigSeedSubFilter

from tests.documents.signing.making.signed import plan
from tests.signatures import (
    SIGNED_AT,
    STAMPED_AT,
    Mark,
    appended,
    authority,
    der,
    flipped,
    framed,
    office_signs,
    person,
    sign,
)
from tthc_desktop.documents.signing.verifying import verify
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.errors import UserError
from tthc_desktop.models.signatures import Intact, Since, Trust, check_signed, covering


@pytest.fixture(scope="module")
def printed() -> bytes:
    """Return a print of two short appendices: each verification looks through the whole file."""
    return render(plan())


@pytest.fixture(scope="module")
def thrice(printed: bytes) -> bytes:
    """Return a print that a leader signed, then the office, then the office on the appendix."""
    led = sign(printed, person(), "LanhDao", SIGNED_AT, Mark("Lò Thị Mẫu", (330, 100, 430, 140)))
    return office_signs(office_signs(led), page=2, field="PhuLuc")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing out of this computer."""

    def refused(*_: object) -> None:
        raise AssertionError("a signature is verified without a network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def test_three_signatures_are_told_in_their_order(thrice: bytes) -> None:
    first, second, third = verify(thrice)

    assert [one.field for one in (first, second, third)] == ["LanhDao", "CoQuan", "PhuLuc"]
    assert (first.signer, first.organisation) == ("Lò Thị Mẫu", "Sở Nội vụ tỉnh Mẫu")
    assert (second.signer, second.organisation) == ("Sở Nội vụ tỉnh Mẫu", "UBND tỉnh Mẫu")
    assert (first.at, second.at) == (SIGNED_AT, STAMPED_AT)
    assert first.at is not None
    assert first.at.isoformat() == "2030-01-09T09:20:41+07:00"
    assert [one.intact for one in (first, second, third)] == [Intact.YES] * 3
    assert [one.since for one in (first, second, third)] == [Since.SIGNATURES, Since.SIGNATURES, Since.NOTHING]
    assert first.until == date(2031, 1, 9)


def test_nobody_is_trusted_but_whom_the_office_trusts(thrice: bytes) -> None:
    assert {one.trust for one in verify(thrice)} == {Trust.UNKNOWN}
    assert {one.trust for one in verify(thrice, [der(authority().root)])} == {Trust.YES}
    assert {one.trust for one in verify(thrice, [der(authority("Trung tâm khác").root)])} == {Trust.UNKNOWN}


@pytest.mark.parametrize(
    ("who", "trust"),
    [
        (person(by=""), Trust.SELF_SIGNED),
        (person(days=(-100, -1)), Trust.EXPIRED),
        (person(days=(1, 100)), Trust.NOT_YET),
    ],
    ids=["self", "expired", "not yet"],
)
def test_a_doubtful_certificate_is_told_and_not_refused(printed: bytes, who: object, trust: Trust) -> None:
    found = verify(sign(printed, who, "A"), [der(authority().root)])  # type: ignore[arg-type]

    assert [(one.intact, one.trust) for one in found] == [(Intact.YES, trust)]
    check_signed(found)


def test_a_certificate_that_ran_out_after_signing_is_as_good_as_it_was(printed: bytes) -> None:
    found = verify(sign(printed, person(days=(-30, 1)), "A"), [der(authority().root)])

    assert (found[0].trust, found[0].until) == (Trust.YES, date(2030, 1, 10))


@pytest.mark.parametrize("curve", [False, True], ids=["RSA", "ECDSA"])
@pytest.mark.parametrize("kind", [SigSeedSubFilter.ADOBE_PKCS7_DETACHED, SigSeedSubFilter.PADES])
def test_keys_and_kinds_of_signatures(printed: bytes, kind: SigSeedSubFilter, *, curve: bool) -> None:
    found = verify(sign(printed, person(curve=curve), "A", subfilter=kind), [der(authority().root)])

    assert [(one.intact, one.trust, one.since) for one in found] == [(Intact.YES, Trust.YES, Since.NOTHING)]


def test_one_flipped_byte_breaks_what_covers_it_only(thrice: bytes, printed: bytes) -> None:
    stream = printed.index(b"stream") + 20
    assert {one.intact for one in verify(flipped(thrice, stream))} == {Intact.NO}

    third = thrice.rindex(b"%%EOF", 0, len(thrice) - 10)
    late = flipped(thrice, thrice.index(b"stream", third) + 30)
    assert [one.intact for one in verify(late)] == [Intact.YES, Intact.YES, Intact.NO]
    with pytest.raises(UserError, match="đã bị sửa sau khi ký"):
        check_signed(verify(late))


def test_what_is_written_after_the_last_signature_is_refused(thrice: bytes) -> None:
    found = verify(appended(thrice))

    assert {one.since for one in found} == {Since.CHANGES}
    with pytest.raises(UserError, match="thay đổi sau chữ ký cuối cùng"):
        check_signed(found)


def test_the_frame_of_a_signature_that_nobody_made_is_a_change(printed: bytes) -> None:
    forged = Mark("Số: 99/KH-KHÁC; 09/01/2030; 09:25:08; +07:00", (330, 800, 590, 815))
    led = sign(printed, person(), "LanhDao")
    found = verify(framed(led, forged))

    assert [(one.intact, one.since) for one in found] == [(Intact.YES, Since.CHANGES)]
    with pytest.raises(UserError, match="thay đổi sau chữ ký cuối cùng"):
        check_signed(found)
    check_signed(verify(office_signs(framed(led, forged))))


def test_objects_that_only_some_readers_see_are_a_change(printed: bytes) -> None:
    led = sign(printed, person(), "LanhDao")
    start = led.rindex(b"startxref")
    hidden = b"\n28 0 obj\n<</Length 2>>stream\nq \nendstream\nendobj\n"

    for behind in (hidden, hidden + led[start:], b"%" + b"x" * 80):
        assert [one.since for one in verify(led + behind)] == [Since.CHANGES]
    for blank in (b"\n", b"\r\n", bytes(100)):
        assert [one.since for one in verify(led + blank)] == [Since.NOTHING]


def test_what_is_written_before_the_last_signature_is_that_signers_word(printed: bytes) -> None:
    found = verify(office_signs(appended(sign(printed, person(), "LanhDao"))))

    assert [one.since for one in found] == [Since.CHANGES, Since.NOTHING]
    check_signed(found)
    assert covering(found) is found[1]


def test_a_file_that_is_not_signed_is_said_to_be_so(printed: bytes) -> None:
    assert verify(printed) == ()
    with pytest.raises(UserError, match="không có chữ ký số"):
        check_signed(())


def test_a_broken_signature_is_told_by_its_field(printed: bytes) -> None:
    signed = sign(printed, person(), "LanhDao")
    place = signed.index(b"/Contents <") + 60
    found = verify(signed[:place] + b"0" * 40 + signed[place + 40 :])

    assert [(one.field, one.intact) for one in found] == [("LanhDao", Intact.NO)]
    with pytest.raises(UserError, match="LanhDao"):
        check_signed(found)


def test_a_kind_that_cannot_be_checked_is_no_proof(printed: bytes) -> None:
    signed = sign(printed, person(), "A").replace(b"/adbe.pkcs7.detached", b"/adbe.x509.rsa_sha10")
    found = verify(signed)

    assert [one.intact for one in found] == [Intact.UNKNOWN]
    with pytest.raises(UserError, match="không kiểm được"):
        check_signed(found)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 no more", b"PK\x03\x04"], ids=["empty", "cut", "other"])
def test_what_is_no_whole_pdf_is_said_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError, match="bị hỏng"):
        verify(data)


def test_verifying_touches_no_byte(thrice: bytes) -> None:
    before = sha256(thrice).hexdigest()
    verify(thrice)
    assert sha256(thrice).hexdigest() == before


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(["cut", "flip", "blank"]), at=st.integers(0, 999_999), length=st.integers(1, 400))
def test_no_damage_is_a_bug(thrice: bytes, kind: str, at: int, length: int) -> None:
    place = len(thrice) * at // 1_000_000
    damaged = {
        "cut": thrice[:place] + thrice[place + length :],
        "flip": flipped(thrice, place),
        "blank": thrice[:place] + b" " * length + thrice[place + length :],
    }[kind]
    with suppress(UserError):
        found = verify(damaged)
        whole = [one for one in found if one.intact is Intact.YES and one.since is Since.NOTHING]
        assert damaged == thrice or not whole or len(found) < 3
