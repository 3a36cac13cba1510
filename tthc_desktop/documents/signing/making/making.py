"""A signature added to a PDF: placed, drawn, made, and verified before anything is handed back."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import FormFillingError
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.stamp import StaticStampStyle

from tthc_desktop.documents.signing.making.looks import Picture, line_page, line_width, picture_page, stamp_words
from tthc_desktop.documents.signing.making.places import Wanted, place_for
from tthc_desktop.documents.signing.making.source import Source, check_certificate
from tthc_desktop.documents.signing.verifying import WRONG, verify
from tthc_desktop.errors import UserError
from tthc_desktop.models.signature_places import SignaturePlace
from tthc_desktop.models.signatures import Intact, Signature, Since
from tthc_desktop.models.signing import SignAs

_AS_IT_IS = SimpleBoxLayoutRule(
    AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins.uniform(0), InnerScaling.NO_SCALING
)
_SEEN = {Since.NOTHING, Since.SIGNATURES}


@dataclass(frozen=True, slots=True)
class Signing:
    """What is to be signed as what: a picture for person and seal, the number for the line of an appendix.

    `at` is the time of signing with its zone; `roots` are certificates (DER) of authorities that the office trusts.
    """

    role: SignAs
    at: datetime
    picture: Picture | None = None
    number: str = ""
    """Number and symbol, as `15/KH-SNV`."""
    field: str = ""
    page: int = 0
    roots: tuple[bytes, ...] = ()


def sign(data: bytes, name: str, source: Source, how: Signing) -> tuple[bytes, tuple[Signature, ...]]:
    """Return a PDF with one signature more, and all its signatures as they verify.

    The bytes that were there are its beginning, so signatures of before stay valid. Raises `UserError` for a
    certificate that must not sign, a file that was changed after it was signed or may not be signed any more, and
    where there is no place.
    """
    check_certificate(source, how.at, how.roots)
    before = verify(data, how.roots)
    _check_before(before, name)
    place = place_for(data, name, Wanted(how.role, how.field, how.page, _width(how)))
    try:
        signed = _signed(data, source, how, place)
    except FormFillingError as error:  # also what an earlier signature forbids
        raise _closed(name) from error
    except WRONG as error:
        raise UserError(
            f"Không ký được tệp “{name}”: tệp không theo chuẩn PDF.", "Hãy in lại tệp từ chương trình này rồi ký."
        ) from error
    after = verify(signed, how.roots)
    if not signed.startswith(data) or len(after) != len(before) + 1:
        raise AssertionError("a signature must only be added")
    _check_after(after, name, source)
    return signed, after


def _check_before(signatures: tuple[Signature, ...], name: str) -> None:
    for one in signatures:
        if one.intact is Intact.UNKNOWN:
            raise UserError(
                f"Tệp “{name}” đã có chữ ký “{one.field}” thuộc loại mà chương trình không kiểm được.",
                "Hãy ký tiếp bằng phần mềm đã ký lần trước.",
            )
        if one.intact is not Intact.YES or one.since not in _SEEN:
            raise UserError(
                f"Tệp “{name}” đã bị sửa sau khi {one.signer or one.field} ký nên không ký tiếp được.",
                "Hãy lấy lại đúng tệp đã ký trước đó.",
            )


def _check_after(signatures: tuple[Signature, ...], name: str, source: Source) -> None:
    """Be sure that nothing was lost: a signature that does not verify is never handed out."""
    *earlier, made = signatures
    if made.intact is not Intact.YES:
        raise UserError(
            f"Chữ ký vừa tạo không kiểm được: khóa không ứng với chứng thư của {source.name}.",
            "Hãy chọn chứng thư khác, hoặc liên hệ nơi cấp; chưa có gì được ghi ra.",
        )
    if any(one.intact is not Intact.YES or one.since not in _SEEN for one in earlier):
        raise _closed(name)


def _closed(name: str) -> UserError:
    return UserError(
        f"Tệp “{name}” không cho ký thêm: lần ký trước, hoặc người làm tệp, đã đặt điều kiện như vậy.",
        "Hãy ký bằng phần mềm đã làm tệp, hoặc in lại tệp từ chương trình này rồi ký.",
    )


def _width(how: Signing) -> float:
    """Return the width that what is seen needs; a picture takes what there is."""
    return line_width(stamp_words(how.number, how.at)) if how.role is SignAs.APPENDIX else 0


def _signed(data: bytes, source: Source, how: Signing, place: SignaturePlace) -> bytes:
    writer = IncrementalPdfFileWriter(BytesIO(data), strict=False)
    meta = signers.PdfSignatureMetadata(
        field_name=place.name, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    left, bottom, right, top = place.box
    box = floor(left), floor(bottom), ceil(right), ceil(top)
    spec = fields.SigFieldSpec(place.name, on_page=place.page, box=box)
    out = BytesIO()
    with TemporaryDirectory() as folder:
        style = _style(Path(folder) / "look.pdf", _page(how, right - left, top - bottom))
        signer = _Clocked(meta, source.signer, stamp_style=style, new_field_spec=spec)
        signer.at = how.at
        signer.sign_pdf(writer, existing_fields_only=False, output=out)
    return out.getvalue()


class _Clocked(signers.PdfSigner):
    """Signs at the time that also stands in the line that is seen."""

    at: datetime

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> Any:  # noqa: ANN401 - untyped
        """Begin to sign, by the clock that is given."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session


def _page(how: Signing, width: float, height: float) -> bytes:
    if how.role is SignAs.APPENDIX:
        return line_page(stamp_words(how.number, how.at), width, height)
    return picture_page(how.picture, width, height)


def _style(path: Path, page: bytes) -> StaticStampStyle:
    """Return how a drawn page is shown."""
    path.write_bytes(page)
    return StaticStampStyle(
        background=ImportedPdfPage(str(path)), background_layout=_AS_IT_IS, background_opacity=1, border_width=0
    )
