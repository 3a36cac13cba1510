"""A key on a token that is plugged in, reached through its maker's driver (PKCS #11, OASIS).

The PIN goes to the token and is kept nowhere. After a few wrong ones the token locks itself.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pkcs11
from asn1crypto import x509
from pkcs11 import Attribute, ObjectClass, TokenFlag, exceptions
from pyhanko.sign.pkcs11 import PKCS11Signer

from tthc_desktop.documents.signing.making.source import Source
from tthc_desktop.errors import UserError

_PLUG = "Hãy cắm thiết bị ký số vào máy rồi thử lại."


@dataclass(frozen=True, slots=True)
class Token:
    """A token that is plugged in: its label, its maker, and what it says of PINs that were wrong."""

    label: str
    maker: str = ""
    warning: str = ""


def tokens(driver: Path) -> tuple[Token, ...]:
    """Return the tokens that a driver sees; `UserError` for a file that is no driver."""
    return tuple(Token(found.label.strip(), _words(found.manufacturer_id), _warning(found)) for found in _found(driver))


@contextmanager
def from_token(driver: Path, pin: str, label: str = "", certificate: str = "") -> Iterator[Source]:
    """Give the means to sign of a token, open for as long as it is needed.

    `label` and `certificate` (whose it is) may be left out where there is only one. Raises `UserError` for a token
    that is absent, locked or refuses the PIN, and where it is not said which of several is meant.
    """
    if not pin or not pin.isprintable():  # on the token itself it would count as a wrong one
        raise UserError("Chưa gõ mã PIN, hoặc mã PIN có ký tự lạ.", "Hãy gõ lại mã PIN của thiết bị ký số.")
    chosen = _token(driver, label)
    if TokenFlag.USER_PIN_LOCKED in chosen.flags:
        raise _locked(chosen)
    try:
        session = chosen.open(user_pin=pin)
    except exceptions.PKCS11Error as error:
        raise _refused(driver, chosen, error) from error
    try:
        yield _source(session, chosen, certificate)
    except exceptions.PKCS11Error as error:
        raise UserError(f"Thiết bị ký số “{_name(chosen)}” báo lỗi khi ký.", _PLUG) from error
    finally:
        with suppress(exceptions.PKCS11Error):  # a token that was pulled out has closed it
            session.close()


def _found(driver: Path) -> list[Any]:
    if not driver.is_file():
        raise UserError(
            f"Không có trình điều khiển thiết bị ký số “{driver}”.",
            "Hãy cài trình điều khiển của thiết bị, rồi chọn đúng tệp của nó.",
        )
    try:
        library = pkcs11.lib(str(driver))
        library.reinitialize()  # else some drivers see only what was plugged in when they were loaded
        return list(library.get_tokens())
    except (exceptions.PKCS11Error, RuntimeError, OSError) as error:
        raise UserError(
            f"Tệp “{driver.name}” không phải là trình điều khiển thiết bị ký số.",
            "Hãy chọn đúng tệp của trình điều khiển (thường có đuôi .dll hoặc .so).",
        ) from error


def _token(driver: Path, label: str) -> Any:  # noqa: ANN401 - the library tells no types
    usable = [one for one in _found(driver) if TokenFlag.TOKEN_INITIALIZED in one.flags]
    if not usable:
        raise UserError("Không thấy thiết bị ký số nào.", _PLUG)
    chosen = [one for one in usable if not label or _name(one) == label]
    if not chosen:
        names = ", ".join(f"“{_name(one)}”" for one in usable)
        raise UserError(f"Không thấy thiết bị ký số “{label}”; đang có {names}.", _PLUG)
    if len(chosen) > 1:
        names = ", ".join(f"“{_name(one)}”" for one in chosen)
        raise UserError(
            f"Có {len(chosen)} thiết bị ký số: {names}.", "Hãy chọn một thiết bị, hoặc rút bớt thiết bị kia ra."
        )
    return chosen[0]


def _refused(driver: Path, token: Any, error: exceptions.PKCS11Error) -> UserError:  # noqa: ANN401 - as above
    if isinstance(error, exceptions.PinLocked):
        return _locked(token)
    if isinstance(error, exceptions.PinIncorrect | exceptions.PinLenRange | exceptions.PinInvalid):
        left = _warning(_token(driver, _name(token)))
        return UserError(
            f"Mã PIN của thiết bị ký số “{_name(token)}” không đúng.{f' {left}' if left else ''}",
            "Hãy gõ lại mã PIN; gõ sai nhiều lần thiết bị sẽ tự khóa.",
        )
    if isinstance(error, exceptions.TokenNotPresent | exceptions.DeviceRemoved):
        return UserError(f"Thiết bị ký số “{_name(token)}” đã bị rút ra.", _PLUG)
    return UserError(f"Không mở được thiết bị ký số “{_name(token)}”.", _PLUG)


def _locked(token: Any) -> UserError:  # noqa: ANN401 - as above
    return UserError(
        f"Thiết bị ký số “{_name(token)}” đã bị khóa vì gõ sai mã PIN nhiều lần.",
        "Hãy liên hệ nơi cấp thiết bị để mở khóa.",
    )


def _warning(token: Any) -> str:  # noqa: ANN401 - as above
    if TokenFlag.USER_PIN_LOCKED in token.flags:
        return "Thiết bị đã bị khóa."
    if TokenFlag.USER_PIN_FINAL_TRY in token.flags:
        return "Chỉ còn một lần gõ, gõ sai nữa thiết bị sẽ khóa."
    return "Đã có lần gõ sai mã PIN." if TokenFlag.USER_PIN_COUNT_LOW in token.flags else ""


def _source(session: Any, token: Any, wanted: str) -> Source:  # noqa: ANN401 - as above
    found = list(_certificates(session))
    usable = [(key, one) for key, one in found if not one.ca and _has_key(session, key)]
    named = [(key, one) for key, one in usable if not wanted or _whose(one) == wanted]
    if not named:
        what = f" của “{wanted}”" if wanted else " có khóa để ký"
        raise UserError(
            f"Thiết bị ký số “{_name(token)}” không có chứng thư{what}.", "Hãy chọn thiết bị hoặc chứng thư khác."
        )
    if len(named) > 1:
        raise UserError(
            f"Thiết bị ký số “{_name(token)}” có {len(named)} chứng thư: {_names(one for _, one in named)}.",
            "Hãy chọn một chứng thư rồi ký lại.",
        )
    ((key, certificate),) = named
    others = tuple(one for _, one in found if one is not certificate)
    signer = PKCS11Signer(
        session,
        signing_cert=certificate,
        ca_chain=set(others),
        key_id=key,
        embed_roots=False,
        use_raw_mechanism=certificate.public_key.algorithm == "ec",  # few tokens take the digest of curves themselves
    )
    return Source(signer, certificate, others)


def _certificates(session: Any) -> Iterator[tuple[bytes, x509.Certificate]]:  # noqa: ANN401 - as above
    for held in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        try:
            certificate = x509.Certificate.load(held[Attribute.VALUE], strict=True)
            _ = certificate.native
        except (ValueError, TypeError, LookupError):
            continue
        yield bytes(held[Attribute.ID]), certificate


def _has_key(session: Any, key: bytes) -> bool:  # noqa: ANN401 - as above
    return any(True for _ in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: key}))


def _whose(certificate: x509.Certificate) -> str:
    return str(certificate.subject.native.get("common_name", ""))


def _names(certificates: Iterator[x509.Certificate]) -> str:
    names: Sequence[str] = [f"“{_whose(one)}”" for one in certificates]
    return ", ".join(names)


def _name(token: Any) -> str:  # noqa: ANN401 - as above
    return str(token.label).strip()


def _words(value: bytes | str) -> str:
    return (value.decode("utf-8", "replace") if isinstance(value, bytes) else value).strip()
