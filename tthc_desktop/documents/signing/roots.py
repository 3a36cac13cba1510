"""The certificates of authorities that the office trusts: files in a folder. None come with the program."""

from pathlib import Path

from asn1crypto import pem, x509

from tthc_desktop.documents.limits import LARGEST_CERTIFICATE
from tthc_desktop.documents.reading.raw import Wanted, raw
from tthc_desktop.errors import UserError

KINDS = frozenset({".cer", ".crt", ".pem", ".der"})
_WANTED = Wanted(
    "tệp chứng thư", LARGEST_CERTIFICATE, "Hãy chỉ để trong thư mục đó các chứng thư gốc, mỗi tệp một chứng thư."
)


def read_roots(folder: Path) -> tuple[bytes, ...]:
    """Return the certificates (DER) in a folder, none where it is absent; `UserError` names a file that is none."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in KINDS)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise UserError(
            f"Không mở được thư mục chứng thư gốc “{folder}”.", "Hãy kiểm tra quyền truy cập thư mục rồi thử lại."
        ) from error
    return tuple(certificate for path in files for certificate in _certificates(path))


def _certificates(path: Path) -> list[bytes]:
    data = raw(path, _WANTED)
    try:
        found = [der for _, _, der in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]
        for der in found:
            _ = x509.Certificate.load(der, strict=True).native
    except (ValueError, TypeError, LookupError) as error:
        raise UserError(
            f"Tệp “{path.name}” trong thư mục chứng thư gốc không phải là một chứng thư.",
            f"Hãy lấy lại chứng thư (.cer, .crt, .pem) rồi đặt vào “{path.parent}”, hoặc bỏ tệp này đi.",
        ) from error
    return found
