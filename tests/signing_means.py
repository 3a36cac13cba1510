"""What people sign with in tests: certificate files, and pictures of a hand and of a seal."""

from functools import cache
from io import BytesIO

from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from PIL import Image, ImageDraw

from tests.signatures import Person, person

PASSWORD = "Mật khẩu 9"
LEADER = ("Lò Thị Mẫu", "Sở Nội vụ tỉnh Mẫu")
OFFICE = ("Sở Nội vụ tỉnh Mẫu", "UBND tỉnh Mẫu")


@cache
def p12(who: Person | None = None, password: str = PASSWORD) -> bytes:
    """Return the certificate file of somebody, of the leader where nobody is said."""
    who = who or person(*LEADER)
    return pkcs12.serialize_key_and_certificates(
        b"khoa", who.key, who.certificate, [who.root], BestAvailableEncryption(password.encode())
    )


@cache
def hand() -> bytes:
    """Return a picture of a signature in blue ink, seen through where there is none."""
    image = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.line([(30, 220), (120, 60), (180, 240), (260, 80), (330, 230), (560, 110)], fill=(20, 40, 190, 255), width=14)
    return _png(image)


@cache
def seal() -> bytes:
    """Return a picture of a round seal in red ink."""
    image = Image.new("RGBA", (700, 700), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    for edge, width in ((10, 12), (120, 6)):
        pen.ellipse([edge, edge, 700 - edge, 700 - edge], outline=(220, 20, 20, 255), width=width)
    return _png(image)


def opaque() -> bytes:
    """Return a picture that nothing is seen through."""
    return _png(Image.new("RGB", (200, 100), (255, 255, 255)))


def seen_through(mode: str) -> bytes:
    """Return a white picture with a dark middle, seen through where it is white, in one of the ways that PNG has."""
    image = Image.new("RGBA", (200, 100), (255, 255, 255, 0))
    ImageDraw.Draw(image).rectangle([80, 40, 120, 60], fill=(20, 40, 190, 255))
    if mode in {"RGBA", "LA"}:
        return _png(image.convert(mode))
    flat = Image.new("RGB", image.size, (255, 255, 255))
    flat.paste(image, mask=image.getchannel("A"))
    coded = flat.convert(mode)
    return _png(coded, transparency=coded.getpixel((0, 0)))


def _png(image: Image.Image, **more: object) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", **more)
    return out.getvalue()
