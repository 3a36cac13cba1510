"""What is not signed, or not in this way: a sentence each."""

from io import BytesIO

import pikepdf
import pytest
from pyhanko.sign.fields import MDPPerm

from tests.documents.signing.making.signed import how, office, printed, refused, signed_thrice, source
from tests.signatures import appended, authority, person
from tests.signatures import sign as sign_elsewhere
from tests.signing_means import LEADER, PASSWORD, p12
from tthc_desktop.documents.signing.making import from_file, sign
from tthc_desktop.errors import UserError
from tthc_desktop.models.signature_places import ORGANISATION, PERSON
from tthc_desktop.models.signatures import Since, Trust
from tthc_desktop.models.signing import SignAs


def test_a_field_is_signed_once() -> None:
    assert "đã được ký" in refused(signed_thrice()[0], how(SignAs.PERSON))


def test_a_file_changed_after_signing_is_not_signed_again() -> None:
    changed = appended(signed_thrice()[0])
    assert "bị sửa sau khi Lò Thị Mẫu ký" in refused(changed, how(SignAs.ORGANISATION), office())


def test_no_such_field() -> None:
    assert "không có ô ký “Khác”" in refused(printed(), how(SignAs.PERSON, field="Khác"))


@pytest.mark.parametrize(
    ("days", "words"), [((-900, -10), "đã hết hạn ngày 30/12/2029"), ((5, 300), "mới có hiệu lực")]
)
def test_a_certificate_out_of_its_time(days: tuple[int, int], words: str) -> None:
    assert words in refused(printed(), how(SignAs.PERSON), person("Hết Hạn", "Sở Mẫu", days=days))


def test_a_certificate_of_strangers() -> None:
    stranger = person("Người Lạ", "Công ty khác", by="Nơi cấp khác")
    assert "do “Nơi cấp khác” cấp" in refused(printed(), how(SignAs.PERSON), stranger)
    _, found = sign(printed(), "in.pdf", source(stranger), how(SignAs.PERSON, roots=()))  # type: ignore[arg-type]
    assert found[0].trust is Trust.UNKNOWN


def test_an_authority_does_not_sign_papers() -> None:
    assert "không phải loại dùng để ký số" in refused(printed(), how(SignAs.PERSON), authority())


@pytest.mark.parametrize("data", [b"", b"chu thuong", b"%PDF-1.7\n%%EOF", b"\x89PNG"])
def test_what_is_no_pdf(data: bytes) -> None:
    with pytest.raises(UserError):
        sign(data, "in.pdf", source(), how(SignAs.PERSON))  # type: ignore[arg-type]


def test_a_file_with_a_password() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(printed())) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="chu", user="khach"))
    assert "mật khẩu" in refused(out.getvalue(), how(SignAs.PERSON))


def test_a_wrong_password_and_no_certificate_file() -> None:
    with pytest.raises(UserError, match="Mật khẩu của tệp chứng thư “a\\.p12” không đúng"):
        from_file(p12(), "sai", "a.p12")
    for data in (b"", b"chu", p12()[:200]):
        with pytest.raises(UserError, match="không phải là tệp chứng thư"):
            from_file(data, PASSWORD, "a.p12")


# What others signed before


@pytest.mark.parametrize("allowed", [MDPPerm.NO_CHANGES, MDPPerm.FILL_FORMS])
def test_a_file_that_was_closed_when_it_was_signed(allowed: MDPPerm) -> None:
    bare = printed(separate=False, fields=False)
    closed = sign_elsewhere(bare, person(*LEADER), "Chốt", certify=True, docmdp_permissions=allowed)
    assert "không cho ký thêm" in refused(closed, how(SignAs.ORGANISATION), office())


def test_a_closed_file_is_signed_in_a_field_that_it_had() -> None:
    closed = sign_elsewhere(
        printed(), person(*LEADER), "Chốt", certify=True, docmdp_permissions=MDPPerm.FILL_FORMS
    )  # fmt: skip
    _, found = sign(closed, "in.pdf", source(office()), how(SignAs.ORGANISATION, 1))  # type: ignore[arg-type]
    assert [(one.field, one.since) for one in found] == [("Chốt", Since.SIGNATURES), (ORGANISATION, Since.NOTHING)]


def test_a_signature_of_an_unknown_kind_is_not_called_a_change() -> None:
    strange = signed_thrice()[0].replace(b"/ETSI.CAdES.detached", b"/ETSI.XAdES.detached")
    said = refused(strange, how(SignAs.ORGANISATION), office())
    assert "thuộc loại mà chương trình không kiểm được" in said
    assert "bị sửa" not in said


def test_a_field_of_words_that_has_the_name() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(printed(separate=False, fields=False))) as document:
        words = pikepdf.Dictionary(T=pikepdf.String(PERSON), FT=pikepdf.Name("/Tx"))
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([document.make_indirect(words)]))
        document.save(out)
    assert "không cho ký thêm" in refused(out.getvalue(), how(SignAs.PERSON))
