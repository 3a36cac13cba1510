"""Papers signed for tests: the means of two people, a print with two separate appendices, and what refuses it."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random

import pytest

from tests.documents.writing.pdf.building import fresh, task_table, with_table
from tests.signatures import SIGNED_AT, Person, authority, der, person
from tests.signing_means import LEADER, OFFICE, PASSWORD, hand, p12, seal
from tthc_desktop.documents.signing.making import Signing, from_file, picture, sign
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.print_form import PrintForm
from tthc_desktop.models.signing import SignAs
from tthc_desktop.models.text import plain

NUMBER = "15/KH-SNV"
ROOTS = (der(authority().root),)
MM = 72 / 25.4


def source(who: Person | None = None) -> object:
    return from_file(p12(who), PASSWORD, "mẫu.p12")


def office() -> Person:
    return person(*OFFICE, curve=True)


def how(role: SignAs, minutes: int = 0, **more: object) -> Signing:
    shown = {SignAs.PERSON: hand, SignAs.ORGANISATION: seal}.get(role)
    made = Signing(
        role,
        SIGNED_AT + timedelta(minutes=minutes),
        picture(shown(), "ảnh.png") if shown else None,
        NUMBER if role is SignAs.APPENDIX else "",
        roots=ROOTS,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def plan() -> Plan:
    """Return a plan with two appendices; its tables are short, for each verification looks through the whole file."""
    table, tasks = task_table(Random(2), 6)
    made = with_table(table, tasks)
    return replace(made, appendices=(*made.appendices, Appendix(fresh(), plain("Chỉ tiêu"))))


@cache
def printed(*, separate: bool = True, fields: bool = True) -> bytes:
    return render(plan(), PrintForm(separate=separate, fields=fields))


@cache
def signed_thrice(*, fields: bool = True) -> tuple[bytes, bytes, bytes]:
    """Return one file after each of three signatures: person, seal, line of the first appendix."""
    data, steps = printed(separate=fields, fields=fields), []
    for at, (role, who) in enumerate(
        ((SignAs.PERSON, person(*LEADER)), (SignAs.ORGANISATION, office()), (SignAs.APPENDIX, office()))
    ):
        data, _ = sign(data, "in.pdf", source(who), how(role, at))  # type: ignore[arg-type]
        steps.append(data)
    return steps[0], steps[1], steps[2]


def refused(data: bytes, given: Signing, who: Person | None = None) -> str:
    with pytest.raises(UserError) as caught:
        sign(data, "in.pdf", source(who), given)  # type: ignore[arg-type]
    assert caught.value.advice
    return caught.value.what
