"""“Kính gửi:” with one addressee on its line, or several below each other, their dashes under the colon."""

from collections.abc import Iterator, Sequence

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.head import plain
from tthc_desktop.documents.writing.pdf.lines import Paragraph, natural_width, plain_words, tied
from tthc_desktop.documents.writing.word.paragraphs import Setting
from tthc_desktop.documents.writing.word.styled import Styled
from tthc_desktop.models.addressing import addressee_lines
from tthc_desktop.models.plan import Plan

_DASH = "- "


def addressees(plan: Plan, styled: Styled, width: float) -> Iterator[str]:
    """Yield the lines that say whom a paper is addressed to; nothing where it says nothing."""
    known = list(addressee_lines(plan))
    if len(known) == 1:
        yield _one(known[0], styled, width)
    elif known:
        yield from _several(known, styled, width)


def _one(words: str, styled: Styled, width: float) -> str:
    rules = styled.rules
    size, label = rules.letters["addressee"].size, _label(rules)
    name, taken = _name(words, rules), (natural_width(label) + label[0].face.blank) * size
    left = _left(taken + natural_width(name) * size, rules, width)
    line = (*label, *plain_words(" "), *name)
    return styled.paragraph("KinhGui", line, Setting(left=left + taken, first=-taken))


def _several(known: Sequence[str], styled: Styled, width: float) -> Iterator[str]:
    rules = styled.rules
    size = rules.letters["addressees_label"].size
    dash = natural_width(plain_words(_DASH)) * size
    names = [_name(words.removeprefix(_DASH), rules) for words in known]
    before = natural_width(
        plain(rules.letters["addressees_label"].words.rstrip(":"), rules.letters["addressees_label"])
    )
    left = _left(before * size + dash + max(map(natural_width, names)) * size, rules, width)
    hanging = Setting(left=left + before * size + dash, first=-dash)
    yield styled.paragraph("KinhGui", _label(rules), Setting(left=left, keeps=True))
    for name in names:
        yield styled.paragraph("NoiKinhGui", (*plain_words(_DASH), *name), hanging)


def _label(rules: Rules) -> Paragraph:
    return plain(rules.letters["addressees_label"].words, rules.letters["addressees_label"])


def _name(words: str, rules: Rules) -> Paragraph:
    return tied(plain(words, rules.letters["addressee"]))


def _left(needed: float, rules: Rules, width: float) -> float:
    """Return where the label begins: the whole stands in the middle, but keeps clear of the left margin."""
    return max((width - needed) / 2, rules.length("addressees_left"))
