"""`issue PLAN SIGNED.pdf`: what văn thư sends back signed is verified, held against the plan, and issues it."""

from tthc_desktop.cli import comparing_pdf, tellings
from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.life import issue_view, take_issue
from tthc_desktop.cli.plans import day_of, find_plan, one_line, opened, title_of
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.life import check_issuable
from tthc_desktop.models.signatures import check_signed, signature_words
from tthc_desktop.models.signed_paper import Facts, disagreements, doubts
from tthc_desktop.models.text import clean
from tthc_desktop.models.version import Issue

_SEEN = "Hãy xem bằng lệnh compare; nếu vẫn ban hành theo tệp này thì thêm --anyway."


def issue_signed(wishes: Wishes) -> Answer:
    """Issue a plan with its signed PDF, which is kept byte for byte."""
    assert wishes.signed is not None
    if wishes.pdf is not None:
        raise UserError("Không nêu cùng lúc bản đã ký và --pdf.", "Hãy bỏ --pdf, hoặc bỏ tệp đã ký.")
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
        check_issuable(plan)
        data, paper = comparing_pdf.read(wishes.signed, plan)
        check_signed(paper.signatures)
        bare = _issue(wishes, paper.facts, paper.name)
        told = (*doubts(paper, plan), *disagreements(paper.facts, bare))
        if told and not wishes.anyway:
            raise UserError(" ".join(told), _SEEN)
        made, old = take_issue(office, plan, bare, data, wishes)
    found = {"plan": plan.id, **issue_view(made), "replaces": old.id if old else None}
    lines = [f"Đã ban hành “{title_of(plan)}” {tellings.number_and_day(made)}; bản đã ký được lưu lại nguyên vẹn."]
    lines += [*(signature_words(one) for one in paper.signatures), *told]
    return Answer({**found, **comparing_pdf.view(paper, plan), "doubts": list(told)}, "\n".join(lines))


def _issue(wishes: Wishes, facts: Facts, name: str) -> Issue:
    """Return the issue as the user and the paper tell it, the user first."""
    number = one_line(clean(wishes.number)) or facts.number
    symbol = one_line(clean(wishes.symbol)) or facts.symbol
    day = day_of(wishes.day) if wishes.day else facts.day
    if not number:
        raise UserError(f"Không thấy số văn bản trong “{name}”.", "Hãy ghi thêm --number.")
    if day is None:
        raise UserError(f"Không thấy ngày ban hành trong “{name}”.", "Hãy ghi thêm --date.")
    return Issue(number, symbol, day, pdf_name=name)
