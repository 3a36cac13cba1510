"""The foot of the paper: recipients at the left, the signature with its free room at the right."""

from tthc_desktop.documents.writing.pdf.foot import printed_recipient
from tthc_desktop.documents.writing.word.counting import Lists
from tthc_desktop.documents.writing.word.frames import frame
from tthc_desktop.documents.writing.word.paragraphs import Setting
from tthc_desktop.documents.writing.word.styled import Styled
from tthc_desktop.models.plan import Plan, Signatory

_MOST_WHOLE = 40
"""With more recipients the foot may go on on the next page."""


def has_foot(plan: Plan) -> bool:
    return bool(plan.recipients or plan.signatory.capacity or plan.signatory.name)


def foot(plan: Plan, styled: Styled, lists: Lists, width: float) -> str:
    """Return recipients and signature side by side."""
    rules = styled.rules
    left = rules.length("foot_left_width")
    cells = ((1, _recipients(plan, styled, lists)), (1, _signature(plan.signatory, styled, width - left)))
    whole = len(plan.recipients) <= _MOST_WHOLE
    return frame((left, width - left), (cells,), whole=whole, above=2 * rules.length("paragraph_gap"))


def _recipients(plan: Plan, styled: Styled, lists: Lists) -> str:
    if not plan.recipients:
        return ""
    made = [styled.paragraph("NoiNhanNhan", styled.plain("NoiNhanNhan", _label(styled)))]
    for place, recipient in enumerate(plan.recipients, 1):
        sign, _, words = printed_recipient(plan, recipient, last=place == len(plan.recipients)).partition(" ")
        setting = Setting(place=lists.bullet(sign), left=styled.size("NoiNhan") * recipient.level)
        made.append(styled.paragraph("NoiNhan", styled.plain("NoiNhan", words), setting, recipient.id))
    return "".join(made)


def _label(styled: Styled) -> str:
    return styled.rules.letters["recipients_label"].words


def _signature(signatory: Signatory, styled: Styled, width: float) -> str:
    if not signatory.capacity and not signatory.name:
        return ""
    capacity = (styled.title("ChucVu", styled.plain("ChucVu", words.strip()), width) for words in signatory.capacity)
    return "".join(capacity) + styled.paragraph("NguoiKy", styled.plain("NguoiKy", signatory.name.strip()))
