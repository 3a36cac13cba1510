"""The signatures of a PDF verified with pyHanko: offline, nothing is fetched and no certificate is looked up.

The library takes half a second to load, so this module is imported by workers and commands that need it.
"""

import logging
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta, timezone
from io import BytesIO

from asn1crypto import x509
from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from tthc_desktop.errors import UserError
from tthc_desktop.models.signatures import Intact, Signature, Since, Trust
from tthc_desktop.models.text import clean

VIETNAM = timezone(timedelta(hours=7))
"""The zone in which the decree wants the time of signing (Decree 30/2020, Appendix I, Part I)."""
_KINDS = {"/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "/PBAD.PAdES"}
_UNCHANGED = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES}
"""Nothing that is seen: what keeps a signature verifiable for long may come at any time."""
_BLANKS = b" \t\r\n\f\0"
_USE = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
WRONG = (PdfError, zlib.error, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError,
          NotImplementedError, OverflowError, RecursionError)  # fmt: skip
"""What the library raises over bytes that are not what they should be."""

for _talker in ("pyhanko", "pyhanko_certvalidator"):
    # What they log of certificates that nobody vouches for is told in the signature.
    logging.getLogger(_talker).setLevel(logging.CRITICAL)


def verify(data: bytes, roots: Sequence[bytes] = ()) -> tuple[Signature, ...]:
    """Return the signatures of a PDF in the order in which they were made, none where it is not signed.

    `roots` are certificates (DER) of authorities that the office trusts. Raises `UserError` for a file that cannot
    be read at all.
    """
    try:
        reader = PdfFileReader(BytesIO(data), strict=False)
        if reader.encrypted:
            raise _locked()
        found = [(name, field, value.get_object()) for name, value, field in enumerate_sig_fields(reader, True)]
        kinds = [(name, field, value.get("/SubFilter")) for name, field, value in found if _is_of_a_person(value)]
    except WRONG as error:
        raise _damaged() from error
    made = [_looked_at(reader, *one, roots) for one in kinds]
    return _with_loose_ends([signature for _, signature in sorted(made, key=lambda pair: pair[0])])


def _with_loose_ends(signatures: list[Signature]) -> tuple[Signature, ...]:
    """Count what came after every signature as a change, be it a form filled in or the frame of a signature to come.

    What such a frame shows was signed by nobody, and could pass for the stamp of the organisation.
    """
    if any(one.intact is Intact.YES and one.since is Since.NOTHING for one in signatures):
        return tuple(signatures)
    return tuple(replace(one, since=Since.CHANGES) if one.since is Since.SIGNATURES else one for one in signatures)


def _is_of_a_person(value: DictionaryObject) -> bool:
    """Tell a signature from the time stamp of a whole document, which nobody signs."""
    return value.get("/Type") != "/DocTimeStamp"


def _looked_at(
    reader: PdfFileReader, name: str, field: DictionaryObject, kind: object, roots: Sequence[bytes]
) -> tuple[int, Signature]:
    """Return a signature with the revision of the file in which it was made."""
    named = Signature(clean(name))
    if kind not in _KINDS:
        return 0, replace(named, intact=Intact.UNKNOWN)
    try:
        embedded = EmbeddedPdfSignature(reader, field, name)
        told = _told(named, embedded)
    except WRONG:
        return 0, replace(named, intact=Intact.NO)
    try:
        return embedded.signed_revision, _checked(told, embedded, roots)
    except WRONG:
        return embedded.signed_revision, replace(told, intact=Intact.NO)


def _told(named: Signature, embedded: EmbeddedPdfSignature) -> Signature:
    """Return what the signature says of itself."""
    certificate = embedded.signer_cert
    at = embedded.self_reported_timestamp
    zoned = at.replace(tzinfo=VIETNAM) if at and at.tzinfo is None else at
    return replace(
        named,
        signer=_name(certificate.subject, "common_name"),
        organisation=_name(certificate.subject, "organizational_unit_name", "organization_name"),
        issuer=_name(certificate.issuer, "common_name", "organization_name"),
        at=zoned.astimezone(VIETNAM) if zoned else None,
        until=certificate.not_valid_after.astimezone(VIETNAM).date(),
    )


def _name(name: x509.Name, *kinds: str) -> str:
    """Return the first of these parts of a name that there is; of several values the first."""
    parts = name.native
    for kind in kinds:
        value = parts.get(kind)
        if words := clean(str(value[0] if isinstance(value, list) and value else value or "")).strip():
            return " ".join(words.split())
    return ""


def _checked(told: Signature, embedded: EmbeddedPdfSignature, roots: Sequence[bytes]) -> Signature:
    context = ValidationContext(
        trust_roots=[x509.Certificate.load(root) for root in roots],
        allow_fetching=False,
        moment=told.at or embedded.signer_cert.not_valid_before,
    )
    status = validate_pdf_signature(embedded, context, key_usage_settings=_USE)
    if not (status.intact and status.valid) or _is_torn(status):
        return replace(told, intact=Intact.NO)
    return replace(told, since=_since(status, _behind(embedded)), trust=_trust(status, told, embedded.signer_cert))


def _is_torn(status: PdfSignatureStatus) -> bool:
    """Tell whether a signature leaves out some of the file as it was then, where anything could stand."""
    return status.coverage not in {SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION}


def _behind(embedded: EmbeddedPdfSignature) -> bytes:
    """Return what stands in the file behind all that the signature covers."""
    _, _, start, length = map(int, embedded.byte_range)
    stream = embedded.reader.stream
    stream.seek(start + length)
    return bytes(stream.read())


def _since(status: PdfSignatureStatus, behind: bytes) -> Since:
    """Return what came after a signature; what a reader passes over may be what another one shows."""
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return Since.NOTHING
    is_passed_over = status.modification_level is ModificationLevel.NONE and behind.strip(_BLANKS)
    if status.docmdp_ok is False or is_passed_over:
        return Since.CHANGES
    if status.modification_level in _UNCHANGED:
        return Since.NOTHING
    return Since.SIGNATURES if status.modification_level is ModificationLevel.FORM_FILLING else Since.CHANGES


def _trust(status: PdfSignatureStatus, told: Signature, certificate: x509.Certificate) -> Trust:
    """Return whether the certificate was good when it was used; a period that is over counts before who issued it."""
    if status.revoked:
        return Trust.REVOKED
    if told.at and told.at > certificate.not_valid_after:
        return Trust.EXPIRED
    if told.at and told.at < certificate.not_valid_before:
        return Trust.NOT_YET
    if status.trusted:
        return Trust.YES
    return Trust.SELF_SIGNED if certificate.issuer == certificate.subject else Trust.UNKNOWN


def _locked() -> UserError:
    return UserError(
        "Tệp PDF này có mật khẩu nên không kiểm được chữ ký.", "Hãy lấy bản đã ký không đặt mật khẩu rồi chọn lại."
    )


def _damaged() -> UserError:
    return UserError(
        "Tệp PDF này bị hỏng nên không đọc được chữ ký.", "Hãy lấy lại tệp từ nơi đã ký, hoặc tải lại cho trọn vẹn."
    )
