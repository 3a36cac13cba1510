"""The digital signatures of a PDF: who signed, when, whether the file is still as it was signed, and who vouches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tthc_desktop.errors import UserError


class Intact(StrEnum):
    """Whether what was signed is still what stands in the file."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    """The signature is of a kind that the program cannot check."""


class Since(StrEnum):
    """What was added to the file after a signature."""

    NOTHING = "nothing"
    """The signature covers the whole file."""
    SIGNATURES = "signatures"
    """Only further signatures, and what belongs to them."""
    CHANGES = "changes"


class Trust(StrEnum):
    """Whether somebody whom the office trusts vouches for the certificate at the time of signing."""

    YES = "yes"
    UNKNOWN = "unknown"
    SELF_SIGNED = "self_signed"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature. `at` is in Vietnam's time, None where the signature tells none; what is not told is empty."""

    field: str
    signer: str = ""
    organisation: str = ""
    issuer: str = ""
    """Who issued the certificate."""
    at: datetime | None = None
    intact: Intact = Intact.YES
    since: Since = Since.NOTHING
    trust: Trust = Trust.UNKNOWN
    until: date | None = None
    """The last day of the certificate."""


UNTRUSTED = "chữ ký nguyên vẹn, chưa kiểm được nguồn gốc chứng thư"
_TRUST = {
    Trust.YES: "chữ ký nguyên vẹn, chứng thư được cơ quan tin cậy",
    Trust.UNKNOWN: UNTRUSTED,
    Trust.SELF_SIGNED: "chữ ký nguyên vẹn, nhưng chứng thư do chính người ký tự cấp",
    Trust.EXPIRED: "chữ ký nguyên vẹn, nhưng chứng thư đã hết hạn lúc ký",
    Trust.NOT_YET: "chữ ký nguyên vẹn, nhưng chứng thư chưa có hiệu lực lúc ký",
    Trust.REVOKED: "chữ ký nguyên vẹn, nhưng chứng thư đã bị thu hồi",
}
_SINCE = {
    Since.NOTHING: "",
    Since.SIGNATURES: "sau đó chỉ có thêm chữ ký khác",
    Since.CHANGES: "sau đó nội dung tệp có thay đổi",
}
_BROKEN = "nội dung đã bị sửa sau khi ký, hoặc chữ ký bị hỏng"
_UNKNOWN = "chương trình không kiểm được loại chữ ký này"


def signer_words(signature: Signature) -> str:
    """Return who signed: Lò Thị Mẫu (Sở Nội vụ)."""
    if not signature.signer:
        return signature.organisation or f"chữ ký ở ô “{signature.field}”"
    return f"{signature.signer} ({signature.organisation})" if signature.organisation else signature.signer


def moment_words(at: datetime | None) -> str:
    """Return a moment of signing with its zone: 09:25:08 ngày 09/01/2030 (+07:00); nothing where it is not known."""
    return f"{at:%H:%M:%S} ngày {at:%d/%m/%Y} ({at.isoformat()[-6:]})" if at else ""


def state_words(signature: Signature) -> str:
    """Return how a signature stands."""
    if signature.intact is not Intact.YES:
        return _BROKEN if signature.intact is Intact.NO else _UNKNOWN
    return "; ".join(filter(None, (_TRUST[signature.trust], _SINCE[signature.since])))


def signature_words(signature: Signature) -> str:
    """Return all of one signature in a sentence."""
    when = f"ký lúc {moment_words(signature.at)}" if signature.at else "ký, không rõ lúc nào"
    return f"{signer_words(signature)} {when}: {state_words(signature)}."


def summary(signatures: Iterable[Signature]) -> str:
    """Return in short who signed, each once: Lò Thị Mẫu 09/01/2030 09:20, Sở Nội vụ 09/01/2030 09:25."""
    parts = (f"{one.signer or signer_words(one)}{f' {one.at:%d/%m/%Y %H:%M}' if one.at else ''}" for one in signatures)
    return ", ".join(dict.fromkeys(parts))


def check_signed(signatures: Sequence[Signature]) -> None:
    """Refuse a file that is not signed, or not any more as it was signed."""
    if not signatures:
        raise UserError(
            "Tệp PDF này không có chữ ký số nào.", "Hãy chọn bản đã ký do phần mềm ký số trả về, không phải bản in ra."
        )
    for one in signatures:
        if one.intact is Intact.NO:
            raise UserError(
                f"Nội dung tệp không còn đúng như lúc {signer_words(one)} ký: tệp đã bị sửa sau khi ký, hoặc bị hỏng.",
                "Hãy lấy lại tệp gốc từ người ký hoặc từ hệ thống quản lý văn bản.",
            )
    if all(one.intact is Intact.UNKNOWN for one in signatures):
        raise UserError(
            "Các chữ ký trong tệp này thuộc loại mà chương trình không kiểm được.",
            "Hãy kiểm tra chữ ký bằng phần mềm ký số, rồi ban hành với số, ngày ghi tay.",
        )
    last = covering(signatures)
    if last is None:
        raise UserError(
            "Nội dung tệp có thay đổi sau chữ ký cuối cùng, nên không chữ ký nào bảo đảm cho bản này.",
            "Hãy lấy lại tệp đúng như lúc ký xong, chưa qua chương trình nào khác.",
        )


def covering(signatures: Iterable[Signature]) -> Signature | None:
    """Return an intact signature after which nothing but signatures came, the last such one; None if there is none."""
    sound = [one for one in signatures if one.intact is Intact.YES and one.since is not Since.CHANGES]
    return sound[-1] if sound else None


def cautions(signatures: Iterable[Signature]) -> tuple[str, ...]:
    """Return what the clerk should know of signatures that are not refused, a sentence each."""
    doubtful = (
        one
        for one in signatures
        if one.intact is not Intact.YES or one.trust is not Trust.YES or one.since is Since.CHANGES or one.at is None
    )
    return tuple(signature_words(one) for one in doubtful)
