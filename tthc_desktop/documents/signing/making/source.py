"""Somebody's means to sign, whatever keeps the key: the certificate, and what pyHanko signs with."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError

from tthc_desktop.documents.signing.verifying import VIETNAM
from tthc_desktop.errors import UserError

_SIGNING = {"digital_signature", "non_repudiation"}


@dataclass(frozen=True, slots=True)
class Source:
    """A key with its certificate; `others` are certificates that came with it."""

    signer: Signer
    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...] = ()

    @property
    def name(self) -> str:
        """Whose certificate it is."""
        parts = self.certificate.subject.native
        return str(parts.get("common_name") or parts.get("organization_name") or "không rõ tên")


def check_certificate(source: Source, at: datetime, roots: tuple[bytes, ...]) -> None:
    """Refuse a certificate that must not sign at a time, or that nobody vouches for whom the office trusts.

    Without `roots` (DER) the office has said nothing of whom it trusts.
    """
    certificate = source.certificate
    first, last = (one.astimezone(VIETNAM) for one in (certificate.not_valid_before, certificate.not_valid_after))
    if at > last:
        raise UserError(
            f"Chứng thư của {source.name} đã hết hạn ngày {last:%d/%m/%Y}.",
            "Hãy xin gia hạn chứng thư, hoặc chọn chứng thư khác còn hạn rồi ký lại.",
        )
    if at < first:
        raise UserError(
            f"Chứng thư của {source.name} đến ngày {first:%d/%m/%Y} mới có hiệu lực.",
            "Hãy kiểm tra ngày giờ của máy, hoặc chọn chứng thư khác.",
        )
    usage = certificate.key_usage_value
    if certificate.ca or (usage is not None and not _SIGNING & set(usage.native)):
        raise UserError(
            f"Chứng thư của {source.name} không phải loại dùng để ký số.", "Hãy chọn chứng thư chữ ký số rồi ký lại."
        )
    if roots and not _is_vouched_for(source, at, roots):
        issuer = certificate.issuer.native.get("common_name", "")
        raise UserError(
            f"Chứng thư của {source.name} do “{issuer}” cấp, không thuộc các tổ chức mà cơ quan tin cậy.",
            "Hãy chọn chứng thư của cơ quan; nếu đúng là chứng thư đó, hãy thêm chứng thư gốc của nơi cấp.",
        )


def _is_vouched_for(source: Source, at: datetime, roots: tuple[bytes, ...]) -> bool:
    context = ValidationContext(
        trust_roots=[x509.Certificate.load(root) for root in roots],
        other_certs=list(source.others),
        allow_fetching=False,
        moment=at,
    )
    try:
        asyncio.run(CertificateValidator(source.certificate, validation_context=context).async_validate_usage(set()))
    except (PathBuildingError, PathValidationError):
        return False
    return True


@contextmanager
def told(what: str, advice: str, *errors: type[Exception]) -> Iterator[None]:
    """Tell trouble of a library in the clerk's words."""
    try:
        yield
    except errors as error:
        raise UserError(what, advice) from error
