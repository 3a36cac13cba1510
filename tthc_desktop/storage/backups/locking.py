"""Backups locked by a password: a pair of keys (age, X25519), of which the private one is itself locked by it.

The public key locks without asking anybody. The private key lies beside the backups, locked by the password; who has
lost the password can open none of them, and nobody else can help.
"""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from tthc_desktop.errors import UserError
from tthc_desktop.storage.backups.folders import LOCKED
from tthc_desktop.storage.backups.writing import write

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

_FORM: Final = "NFC"
"""How the letters of a password are put together when something is locked."""
_KEY = "khoa-"
_AGE = b"age-encryption.org/v1\n"
_BY_PASSWORD = b"-> scrypt "
"""How a file of age begins, and how it goes on when a password opens it."""
_WRONG = (
    "Mật khẩu của bản sao lưu không đúng.",
    "Hãy nhập lại mật khẩu đã đặt khi sao lưu; quên mật khẩu thì không ai mở được bản này.",
)
_WRONG_OR_DAMAGED = (
    "Mật khẩu không đúng, hoặc bản sao lưu bị hỏng.",
    "Hãy nhập lại mật khẩu; nếu chắc mật khẩu đúng thì hãy dùng bản sao lưu khác.",
)
_ASKED = ("Bản sao lưu này có mật khẩu.", "Hãy nhập mật khẩu đã đặt khi chọn mã hóa nơi lưu thứ hai.")
_NO_KEY = (
    "Không có tệp khóa (khoa-….age) bên cạnh bản sao lưu “{name}”.",
    "Hãy chép tệp khóa từ thư mục sao lưu gốc vào cạnh bản này rồi mở lại.",
)
_DAMAGED = (
    "Bản sao lưu “{name}” bị hỏng nên không giải mã được.",
    "Hãy dùng một bản sao lưu khác.",
)


class WrongPasswordError(UserError):
    """The password does not open a backup."""


# The library is loaded where something is to be locked or opened: most offices never need it.


def is_locked(path: Path) -> bool:
    """Tell whether a backup has to be opened with a password, whatever it is called."""
    try:
        with path.open("rb") as file:
            return file.read(len(_AGE)) == _AGE
    except OSError:
        return path.name.endswith(LOCKED)


def new_keys(folder: Path, password: str) -> str:
    """Make a pair of keys, put the private one into the folder, locked by the password, and return the public one."""
    from pyrage import passphrase, x25519  # noqa: PLC0415

    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    write(
        folder / key_name(public), passphrase.encrypt(str(identity).encode(), normalize(_FORM, password), armored=True)
    )
    return public


def key_name(public: str) -> str:
    """Return what the file of the private key is called that belongs to a public one."""
    return f"{_KEY}{sha256(public.encode()).hexdigest()[:8]}{LOCKED}"


def lock(plain: Path, locked: Path, public: str) -> None:
    """Write a file that only the private key opens."""
    from pyrage import encrypt_file, x25519  # noqa: PLC0415

    encrypt_file(str(plain), str(locked), [x25519.Recipient.from_str(public)])


def lock_with(plain: Path, locked: Path, password: str) -> None:
    """Write a file that the password itself opens, without a key beside it."""
    from pyrage import passphrase  # noqa: PLC0415

    locked.write_bytes(passphrase.encrypt(plain.read_bytes(), normalize(_FORM, password)))


def unlock(locked: Path, plain: Path, password: str) -> None:
    """Write what was locked to another file; `UserError` when the password is wrong or the file is damaged."""
    if not password:
        raise UserError(*_ASKED)
    with locked.open("rb") as file:
        is_by_password = file.read(len(_AGE) + len(_BY_PASSWORD)).endswith(_BY_PASSWORD)
    if is_by_password:
        _unlock_by_password(locked, plain, password)
    else:
        _unlock_by_key(locked, plain, password)


def _unlock_by_password(locked: Path, plain: Path, password: str) -> None:
    data = _opened(locked.read_bytes(), password)
    if data is None:
        raise WrongPasswordError(*_WRONG_OR_DAMAGED)
    plain.write_bytes(data)


def _opened(locked: bytes, password: str) -> bytes | None:
    """Return what a password locks, however its Vietnamese letters are put together; None where it opens nothing.

    Keyboards differ in that, and the same password typed on another one has other bytes.
    """
    from pyrage import DecryptError, passphrase  # noqa: PLC0415

    for tried in dict.fromkeys((normalize(_FORM, password), password, normalize("NFD", password))):
        try:
            return bytes(passphrase.decrypt(locked, tried))
        except DecryptError:
            continue
    return None


def _unlock_by_key(locked: Path, plain: Path, password: str) -> None:
    from pyrage import DecryptError, decrypt_file  # noqa: PLC0415

    identities = _identities(locked, password)
    for identity in identities:
        try:
            decrypt_file(str(locked), str(plain), [identity])
        except (DecryptError, OSError) as error:
            plain.unlink(missing_ok=True)
            if isinstance(error, OSError) and error.errno is not None:
                raise
        else:
            return
    raise _say(_DAMAGED, locked)


def _identities(locked: Path, password: str) -> "list[Identity]":
    """Return the private keys beside a backup that the password opens."""
    keys = sorted(locked.parent.glob(f"{_KEY}*{LOCKED}"))
    if not keys:
        raise _say(_NO_KEY, locked)
    found = [identity for key in keys if (identity := _identity(key.read_bytes(), password))]
    if not found:
        raise WrongPasswordError(*_WRONG)
    return found


def _identity(key: bytes, password: str) -> "Identity | None":
    from pyrage import IdentityError, x25519  # noqa: PLC0415

    opened = _opened(key, password)
    try:
        return x25519.Identity.from_str(opened.decode()) if opened else None
    except (IdentityError, UnicodeDecodeError):
        return None


def _say(said: tuple[str, str], path: Path) -> UserError:
    what, advice = said
    return UserError(what.format(name=path.name), advice)
