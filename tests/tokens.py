"""A token for tests: SoftHSM2 keeps keys as a real one does, behind the same driver interface and a PIN."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pkcs11
from cryptography.hazmat.primitives import serialization
from pkcs11 import Attribute, CertificateType, ObjectClass

from tests.signatures import Person, der

PIN = "246810"
_DRIVERS = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so", "/usr/lib64/libsofthsm2.so")
_SO_PIN = "13579135"


def driver() -> Path:
    """Return the driver, which reads a folder of tokens of this process's own."""
    _own_folder()
    return next(Path(path) for path in _DRIVERS if Path(path).exists())


@cache
def _own_folder() -> Path:
    """Make an empty folder of tokens; the driver looks for it once, when it is loaded."""
    folder = Path(mkdtemp(prefix="tokens-"))
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(
        f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n", encoding="utf-8"
    )
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    return folder


def plug_in(label: str, *people: Person) -> None:
    """Plug a token in that holds a key and a certificate of each of some people."""
    library = driver()
    _run("--init-token", "--free", "--label", label, "--so-pin", _SO_PIN, "--pin", PIN)
    for at, person in enumerate(people, 0xA1):
        path = _own_folder() / "key.pem"
        path.write_bytes(
            person.key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        _run("--import", str(path), "--token", label, "--label", f"khoa-{at:x}", "--id", f"{at:x}", "--pin", PIN)
        path.unlink()
    code = "import sys; from tests.tokens import put_certificates as put; put(*sys.argv[1:], sys.stdin.buffer.read())"
    held = b"".join(len(one).to_bytes(4, "big") + one for one in (der(person.certificate) for person in people))
    subprocess.run([sys.executable, "-c", code, str(library), label], input=held, check=True, timeout=60)


def put_certificates(library: str, label: str, held: bytes) -> None:
    """Put certificates (DER, each behind its length) beside the keys of a token."""
    token = pkcs11.lib(library).get_token(token_label=label)
    with token.open(rw=True, user_pin=PIN) as session:
        at = 0xA1
        while held:
            size = int.from_bytes(held[:4], "big")
            certificate, held = held[4 : 4 + size], held[4 + size :]
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                    Attribute.TOKEN: True,
                    Attribute.LABEL: f"chung-thu-{at:x}",
                    Attribute.ID: bytes([at]),
                    Attribute.SUBJECT: b"",
                    Attribute.VALUE: certificate,
                }
            )
            at += 1


def _run(*arguments: str) -> None:
    subprocess.run(["softhsm2-util", *arguments], check=True, capture_output=True, timeout=60)
