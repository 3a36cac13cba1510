"""Certificates of an authority of the tests' own, and PDFs that are really signed with them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.pdfgen.canvas import Canvas

from tthc_desktop.documents.writing.pdf.fonts import family
from tthc_desktop.models.text import fold

AUTHORITY = "Trung tâm chứng thực thử nghiệm"
VIETNAM = timezone(timedelta(hours=7))
SIGNED_AT = datetime(2030, 1, 9, 9, 20, 41, tzinfo=VIETNAM)
STAMPED_AT = datetime(2030, 1, 9, 9, 25, 8, tzinfo=VIETNAM)
_NO_MARGINS = Margins.uniform(0)
_AS_IT_IS = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, _NO_MARGINS, InnerScaling.NO_SCALING)
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Person:
    """Somebody who can sign: key, certificate, and the certificate that vouches for it."""

    key: Key
    certificate: x509.Certificate
    root: x509.Certificate


@dataclass(frozen=True)
class Mark:
    """How a signature shows itself: the words and where, in points from the lower left corner of a page."""

    words: str
    box: Box
    page: int = 0


def authority(name: str = AUTHORITY) -> Person:
    """Return an authority that vouches for others."""
    return _authority(name)


@cache
def _authority(name: str) -> Person:
    key = rsa.generate_private_key(65537, 2048)
    return Person(key, root := _certificate(name, "", key, None, (-3650, 3650)), root)


@cache
def person(
    name: str = "Lò Thị Mẫu",
    office: str = "Sở Nội vụ tỉnh Mẫu",
    *,
    curve: bool = False,
    days: tuple[int, int] = (-3000, 365),
    by: str = AUTHORITY,
) -> Person:
    """Return somebody whom an authority vouches for, nobody where `by` is empty; valid on days around SIGNED_AT."""
    key: Key = ec.generate_private_key(ec.SECP256R1()) if curve else rsa.generate_private_key(65537, 2048)
    issuer = authority(by) if by else None
    made = _certificate(name, office, key, issuer, days)
    return Person(key, made, issuer.root if issuer else made)


def _certificate(name: str, office: str, key: Key, issuer: Person | None, days: tuple[int, int]) -> x509.Certificate:
    pairs = [(NameOID.COMMON_NAME, name), (NameOID.ORGANIZATION_NAME, office), (NameOID.COUNTRY_NAME, "VN")]
    subject = x509.Name([x509.NameAttribute(oid, words) for oid, words in pairs if words])
    first, last = (SIGNED_AT.astimezone(UTC).replace(tzinfo=None) + timedelta(days=day) for day in days)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=bool(office), key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=not office, crl_sign=not office, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(first)
        .not_valid_after(last)
        .add_extension(x509.BasicConstraints(ca=not office, path_length=None), critical=True)
        .add_extension(usage, critical=True)
    )
    return made.sign(issuer.key if issuer else key, hashes.SHA256())


def der(certificate: x509.Certificate) -> bytes:
    """Return a certificate as bytes."""
    return certificate.public_bytes(serialization.Encoding.DER)


def signer_of(who: Person) -> signers.SimpleSigner:
    """Return what signs for somebody."""
    private = who.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    store = SimpleCertificateStore()
    store.register(asn1.Certificate.load(der(who.root)))
    return signers.SimpleSigner(
        asn1.Certificate.load(der(who.certificate)), keys.PrivateKeyInfo.load(private), store, embed_roots=False
    )


class _Clocked(signers.PdfSigner):
    """Signs at a time that is given."""

    at = SIGNED_AT

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> Any:  # noqa: ANN401 - untyped
        """Begin to sign, by the clock that is given."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session


def sign(
    data: bytes,
    who: Person,
    field: str,
    at: datetime = SIGNED_AT,
    mark: Mark | None = None,
    **more: Any,  # noqa: ANN401 - as the library takes them
) -> bytes:
    """Return the PDF with a signature more; without a mark nothing is seen of it."""
    writer = IncrementalPdfFileWriter(BytesIO(data), strict=False)
    spec = fields.SigFieldSpec(field, on_page=mark.page, box=mark.box) if mark else fields.SigFieldSpec(field)
    meta = signers.PdfSignatureMetadata(field_name=field, **{"md_algorithm": "sha256", **more})
    out = BytesIO()
    with TemporaryDirectory() as folder:
        style = _style(mark, Path(folder)) if mark else None
        signer = _Clocked(meta, signer_of(who), stamp_style=style, new_field_spec=spec)
        signer.at = at
        signer.sign_pdf(writer, output=out)
    return out.getvalue()


def _style(mark: Mark, folder: Path) -> StaticStampStyle:
    left, bottom, right, top = mark.box
    file = folder / "mark.pdf"
    page = Canvas(str(file), pagesize=(right - left, top - bottom))
    page.setFont(family().regular.name, 10)
    page.drawString(0, 3, mark.words)
    page.save()
    content = ImportedPdfPage(str(file))
    return StaticStampStyle(background=content, background_layout=_AS_IT_IS, background_opacity=1, border_width=0)


def office_signs(
    data: bytes,
    number: str = "15",
    symbol: str = "KH-SNV",
    at: datetime = STAMPED_AT,
    page: int = 0,
    field: str = "CoQuan",
) -> bytes:
    """Return the PDF with the organisation's signature, its line at the top right of a page."""
    words = f"Số: {number}/{symbol}; {at:%d/%m/%Y}; {at:%H:%M:%S}; {at.isoformat()[-6:]}"
    who = person("Sở Nội vụ tỉnh Mẫu", "UBND tỉnh Mẫu", curve=True)
    return sign(data, who, field, at, Mark(words, (330, 800, 590, 815), page))


def appended(data: bytes, words: str = "Chữ thêm sau khi ký") -> bytes:
    """Return the PDF with words written over its first page in an update of its own, after everything was signed."""
    writer = IncrementalPdfFileWriter(BytesIO(data), strict=False)
    extra = generic.StreamObject(stream_data=f"BT /Helv 12 Tf 72 72 Td ({fold(words)}) Tj ET".encode())
    writer.add_stream_to_page(0, writer.add_object(extra), resources=_helvetica())
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def framed(data: bytes, mark: Mark) -> bytes:
    """Return the PDF with the frame of a signature that nobody made; it shows words all the same."""
    writer = IncrementalPdfFileWriter(BytesIO(data), strict=False)
    fields.append_signature_field(writer, fields.SigFieldSpec("Khung", on_page=mark.page, box=mark.box))
    field = writer.root["/AcroForm"]["/Fields"][-1]
    with TemporaryDirectory() as folder:
        drawn = _style(mark, Path(folder)).background
        assert drawn is not None
        drawn.set_writer(writer)
        command = drawn.render()
        width, height = mark.box[2] - mark.box[0], mark.box[3] - mark.box[1]
        look = generic.StreamObject(
            {
                generic.pdf_name("/Subtype"): generic.pdf_name("/Form"),
                generic.pdf_name("/BBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, width, height))),
                generic.pdf_name("/Resources"): drawn.resources.as_pdf_object(),
            },
            stream_data=command,
        )
    field["/AP"] = generic.DictionaryObject({generic.pdf_name("/N"): writer.add_object(look)})
    writer.update_container(field)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _helvetica() -> generic.DictionaryObject:
    name = generic.pdf_name
    font = generic.DictionaryObject(
        {name("/Type"): name("/Font"), name("/Subtype"): name("/Type1"), name("/BaseFont"): name("/Helvetica")}
    )
    fonts = generic.DictionaryObject({name("/Helv"): font})
    return generic.DictionaryObject({name("/Font"): fonts})


def flipped(data: bytes, at: int) -> bytes:
    """Return the PDF with one bit of one byte turned."""
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
