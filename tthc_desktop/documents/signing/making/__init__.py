"""Signing a finished PDF on this computer: a certificate from a file or a token, what is seen of it, where it goes.

Everything here is offline and only adds to a file (PAdES B-B, ETSI EN 319 142-1); pyHanko takes half a second to load.
"""

from tthc_desktop.documents.signing.making.certificate_file import from_file
from tthc_desktop.documents.signing.making.looks import picture
from tthc_desktop.documents.signing.making.making import Signing, sign
from tthc_desktop.documents.signing.making.token import Token, from_token, tokens

__all__ = ["Signing", "Token", "from_file", "from_token", "picture", "sign", "tokens"]
