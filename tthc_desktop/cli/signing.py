"""`sign FILE.pdf SIGNED.pdf`: a signature added to a PDF with a certificate file or a token."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.secrets import secret
from tthc_desktop.errors import UserError
from tthc_desktop.models.signatures import signature_words
from tthc_desktop.models.signing import WORDS, SignAs
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from tthc_desktop.documents.signing.making import Signing
    from tthc_desktop.documents.signing.making.source import Source


def sign(wishes: Wishes) -> Answer:
    """Sign a file; the signed one is a file of its own, and the PIN is asked for, never an argument."""
    from tthc_desktop.documents.measuring import read_print  # noqa: PLC0415 - heavy, only needed here
    from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415
    from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415
    from tthc_desktop.documents.signing import making  # noqa: PLC0415
    from tthc_desktop.documents.writing.files import write  # noqa: PLC0415

    path, out = wishes.out, _destination(wishes)
    how = _how(wishes)
    data, called = read_pdf(path), clean(path.name)
    with OwnProcess() as process:
        process.ask(read_print, called, data, called)  # what no reader gets through never comes to be signed
    with _source(wishes) as source:
        signed, signatures = making.sign(data, called, source, how)
        name = source.name
    write(out, signed)
    lines = [f"Đã ký “{path.name}” với vai {WORDS[how.role]} bằng chứng thư của {name}, ghi ra {out}."]
    lines += [f"  {signature_words(one)}" for one in signatures]
    found = {"file": str(out), "signer": name, "as": how.role, "fields": [one.field for one in signatures]}
    return Answer(found, "\n".join(lines))


def _destination(wishes: Wishes) -> Path:
    out = wishes.made
    if out is None or out.suffix.lower() != ".pdf":
        raise UserError("Tệp đã ký phải có đuôi .pdf.", "Hãy ghi tên tệp sẽ ghi, như da-ky.pdf.")
    if out.exists():
        raise UserError(f"Đã có tệp “{out}”, chương trình không ghi đè lên tệp có thể đã ký.", "Hãy đặt tên khác.")
    return out


def _how(wishes: Wishes) -> "Signing":
    from tthc_desktop.documents.limits import LARGEST_PICTURE  # noqa: PLC0415 - only needed here
    from tthc_desktop.documents.reading.raw import Wanted, raw  # noqa: PLC0415 - only needed here
    from tthc_desktop.documents.signing.making import Signing, picture  # noqa: PLC0415
    from tthc_desktop.documents.signing.roots import read_roots  # noqa: PLC0415
    from tthc_desktop.documents.signing.verifying import VIETNAM  # noqa: PLC0415
    from tthc_desktop.settings import roots_folder  # noqa: PLC0415

    role = _role(wishes.role)
    if role is SignAs.APPENDIX and not wishes.number.strip():
        raise UserError("Thiếu số, ký hiệu để in trên phụ lục.", "Hãy thêm --number, như --number 15/KH-SNV.")
    wanted = Wanted("ảnh", LARGEST_PICTURE, "Hãy chọn ảnh PNG nhỏ hơn.")
    shown = picture(raw(wishes.picture, wanted), wishes.picture.name) if wishes.picture else None
    return Signing(
        role,
        datetime.now(VIETNAM).replace(microsecond=0),
        shown,
        clean(wishes.number).strip(),
        clean(wishes.field),
        _page(wishes.page),
        read_roots(roots_folder()),
    )


def _role(words: str) -> SignAs:
    try:
        return SignAs(words)
    except ValueError as error:
        raise UserError(f"Không có vai ký “{words}”.", f"Hãy ghi --as với một trong: {', '.join(SignAs)}.") from error


def _page(words: str) -> int:
    if words and not (words.isdecimal() and int(words)):
        raise UserError(f"Trang “{words}” không phải là số trang.", "Hãy ghi số trang, như --page 5.")
    return int(words or 0)


@contextmanager
def _source(wishes: Wishes) -> "Iterator[Source]":
    from tthc_desktop.documents.limits import LARGEST_CERTIFICATE  # noqa: PLC0415 - only needed here
    from tthc_desktop.documents.reading.raw import Wanted, raw  # noqa: PLC0415 - only needed here
    from tthc_desktop.documents.signing.making import from_file, from_token  # noqa: PLC0415

    if bool(wishes.p12) == bool(wishes.token):
        raise UserError(
            "Chưa rõ ký bằng gì.", "Hãy ghi --p12 với tệp chứng thư, hoặc --token với tệp trình điều khiển."
        )
    if wishes.p12:
        wanted = Wanted("tệp chứng thư", LARGEST_CERTIFICATE, "Hãy chọn tệp chứng thư (.p12, .pfx) đã được cấp.")
        yield from_file(raw(wishes.p12, wanted), secret(f"Mật khẩu của {wishes.p12.name}: "), wishes.p12.name)
    elif wishes.token:
        with from_token(wishes.token, secret("Mã PIN: "), wishes.label, wishes.certificate) as source:
            yield source
