"""What is to be signed, by what means, as what, and into which file; carried out in a worker."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signatures import Signature
from tthc_desktop.models.signing import SignAs
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from tthc_desktop.documents.signing.making import Signing, Token
    from tthc_desktop.documents.signing.making.source import Source

WHOLE = "whole"
"""A print as one file. Else a file of its own is named: an appendix by its identity, the paper itself by ""."""


@dataclass(frozen=True, slots=True)
class Means:
    """A certificate file, or a token through its driver."""

    file: Path | None = None
    driver: Path | None = None
    token: str = ""
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """One signature to be made. `file` is a PDF that is there already, else the print of `plan` is made."""

    plan: Plan
    role: SignAs
    means: Means
    out: Path
    at: datetime
    secret: str = field(repr=False)
    file: Path | None = None
    part: str = WHOLE
    picture: Path | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it: whose certificate it was, the new file, and all its signatures as they verify."""

    name: str
    out: Path
    signatures: tuple[Signature, ...]


def carry_out(order: Order) -> Done:
    """Sign; nothing is written before the signature has been verified, and no file is ever replaced."""
    from tthc_desktop.documents.signing import making  # noqa: PLC0415 - in the worker's time
    from tthc_desktop.documents.writing.files import write  # noqa: PLC0415

    _check_place(order.out)
    how = _how(order)
    name, data = _paper(order)
    with _source(order) as source:
        signed, signatures = making.sign(data, name, source, how)
        whose = source.name
    _check_place(order.out)
    write(order.out, signed)
    return Done(whose, order.out, signatures)


def tokens_of(driver: Path) -> "tuple[Token, ...]":
    """Return the tokens that a driver sees, but for slots without a name."""
    from tthc_desktop.documents.signing.making import tokens  # noqa: PLC0415 - in the worker's time

    return tuple(one for one in tokens(driver) if one.label)


def _check_place(out: Path) -> None:
    if not out.is_absolute() or out.suffix.lower() != ".pdf":
        raise UserError("Chưa rõ ghi bản đã ký vào đâu.", "Hãy bấm Chọn… ở dòng Ghi ra và đặt tên một tệp PDF.")
    if out.exists():
        raise UserError(f"Đã có tệp “{out.name}”; chương trình không ghi đè lên tệp có thể đã ký.", "Hãy đặt tên khác.")


def _how(order: Order) -> "Signing":
    from tthc_desktop.documents.limits import LARGEST_PICTURE  # noqa: PLC0415 - in the worker's time
    from tthc_desktop.documents.reading.raw import Wanted, raw  # noqa: PLC0415 - in the worker's time
    from tthc_desktop.documents.signing.making import Signing, picture  # noqa: PLC0415
    from tthc_desktop.documents.signing.roots import read_roots  # noqa: PLC0415
    from tthc_desktop.settings import roots_folder  # noqa: PLC0415

    if order.role is SignAs.APPENDIX and not order.number:
        raise UserError("Chưa có số, ký hiệu để in trên phụ lục.", "Hãy ghi số, ký hiệu, như 15/KH-SNV.")
    wanted = Wanted("ảnh", LARGEST_PICTURE, "Hãy chọn ảnh PNG nhỏ hơn.")
    shown = picture(raw(order.picture, wanted), order.picture.name) if order.picture else None
    return Signing(order.role, order.at, shown, order.number, roots=read_roots(roots_folder()))


def _paper(order: Order) -> tuple[str, bytes]:
    if order.file:
        from tthc_desktop.documents.measuring import read_print  # noqa: PLC0415 - in the worker's time
        from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415
        from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415

        name, data = clean(order.file.name), read_pdf(order.file)
        with OwnProcess() as process:
            process.ask(read_print, name, data, name)  # what no reader gets through never comes to be signed
        return name, data
    from tthc_desktop.documents.writing.pdf.separate import separate_files, whole_file  # noqa: PLC0415

    files = [whole_file(order.plan)] if order.part == WHOLE else separate_files(order.plan)
    made = next((one for one in files if order.part in {WHOLE, one.appendix_id}), None)
    if made is None:
        raise UserError("Phụ lục đã chọn không còn trong văn bản.", "Hãy chọn lại ở dòng Ký gì.")
    return made.name, made.data


@contextmanager
def _source(order: Order) -> "Iterator[Source]":
    from tthc_desktop.documents.limits import LARGEST_CERTIFICATE  # noqa: PLC0415 - in the worker's time
    from tthc_desktop.documents.reading.raw import Wanted, raw  # noqa: PLC0415 - in the worker's time
    from tthc_desktop.documents.signing.making import from_file, from_token  # noqa: PLC0415

    means = order.means
    if means.driver:
        with from_token(means.driver, order.secret, means.token, means.certificate) as source:
            yield source
    elif means.file:
        wanted = Wanted("tệp chứng thư", LARGEST_CERTIFICATE, "Hãy chọn tệp chứng thư (.p12, .pfx) đã được cấp.")
        yield from_file(raw(means.file, wanted), order.secret, means.file.name)
    else:
        raise UserError("Chưa chọn chứng thư để ký.", "Hãy chọn tệp chứng thư, hoặc trình điều khiển của thiết bị.")
