"""Passwords that lock and open backups, each worked out once: by design the library takes a second or two for each.

What the tests get is what the library gave, for the same letters and bytes; only the pairs of keys are the same in
each test, the first, the second and so on.
"""

from collections.abc import Iterator
from functools import cache
from itertools import count
from types import SimpleNamespace

import pyrage
import pytest
from pyrage import DecryptError, passphrase, x25519

_encrypt, _decrypt, _generate = passphrase.encrypt, passphrase.decrypt, x25519.Identity.generate


@cache
def _locked(data: bytes, password: str, *, armored: bool = False) -> bytes:
    return bytes(_encrypt(data, password, armored=armored))


@cache
def _opened(data: bytes, password: str) -> bytes | DecryptError:
    try:
        return bytes(_decrypt(data, password))
    except DecryptError as error:
        return error


def _open(data: bytes, password: str) -> bytes:
    found = _opened(data, password)
    if isinstance(found, DecryptError):
        raise found
    return found


@cache
def _pair(number: int) -> x25519.Identity:
    del number
    return _generate()


@pytest.fixture(autouse=True)
def remembered_locks() -> Iterator[None]:
    """Let the library give the same answer to the same question without working it out again."""
    numbers = count()
    with pytest.MonkeyPatch.context() as patched:
        identity = SimpleNamespace(generate=lambda: _pair(next(numbers)), from_str=x25519.Identity.from_str)
        patched.setattr(pyrage, "x25519", SimpleNamespace(Identity=identity, Recipient=x25519.Recipient))
        patched.setattr(passphrase, "encrypt", _locked)
        patched.setattr(passphrase, "decrypt", _open)
        yield
