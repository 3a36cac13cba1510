"""A key and its certificate from a file (.p12, .pfx): PKCS #12, RFC 7292."""

from asn1crypto import keys, x509
from asn1crypto.pkcs12 import Pfx
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tthc_desktop.documents.reading.panics import panics_told
from tthc_desktop.documents.signing.making.source import Source, told
from tthc_desktop.errors import UserError

_AGAIN = "Hãy chọn tệp chứng thư (.p12, .pfx) đã được cấp."


def from_file(data: bytes, password: str, name: str) -> Source:
    """Open a certificate file; `UserError` for a wrong password, and for what is no such file or has no key."""
    with told(f"Tệp “{name}” không phải là tệp chứng thư.", _AGAIN, ValueError, TypeError):
        _ = Pfx.load(data, strict=True)["auth_safe"].native
    try:
        with panics_told(lambda: UserError(f"Tệp chứng thư “{name}” bị hỏng.", _AGAIN)):
            key, certificate, others = pkcs12.load_key_and_certificates(data, password.encode())
    except UnsupportedAlgorithm as error:
        raise UserError(
            f"Tệp chứng thư “{name}” dùng cách mã hóa quá cũ nên không mở được.", "Hãy xin cấp lại tệp chứng thư."
        ) from error
    except ValueError as error:
        raise UserError(
            f"Mật khẩu của tệp chứng thư “{name}” không đúng.", "Hãy gõ lại mật khẩu; để ý chữ hoa và bộ gõ tiếng Việt."
        ) from error
    if key is None or certificate is None:
        raise UserError(f"Tệp “{name}” không có khóa để ký.", _AGAIN)
    own = x509.Certificate.load(certificate.public_bytes(Encoding.DER))
    chain = tuple(x509.Certificate.load(one.public_bytes(Encoding.DER)) for one in others)
    store = SimpleCertificateStore()
    store.register_multiple(chain)
    private = keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
    return Source(SimpleSigner(own, private, store, embed_roots=False), own, chain)
