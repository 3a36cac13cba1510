"""The head of the paper: agency and nation side by side, number and date, kind and title below or the subject."""

from collections.abc import Iterator

from tthc_desktop.documents.writing.pdf.head import attached_words, date_line, number_line
from tthc_desktop.documents.writing.pdf.lines import natural_width, paragraph, tied
from tthc_desktop.documents.writing.word.frames import frame
from tthc_desktop.documents.writing.word.paragraphs import rule
from tthc_desktop.documents.writing.word.styled import Styled
from tthc_desktop.models.addressing import is_letter, subject
from tthc_desktop.models.plan import Header, Plan
from tthc_desktop.models.text import Text


def head(plan: Plan, styled: Styled, width: float) -> Iterator[str]:
    """Yield the head of the first page, as wide as the text."""
    rules = styled.rules
    middle = rules.length("head_left_width")
    agencies, nation = _agencies(plan.header, styled, middle), _nation(styled, width - middle)
    number, day = _number(plan, styled, middle), styled.plain("DiaDanh", date_line(plan.header, rules))
    needed = natural_width(day) * styled.size("DiaDanh") + 1.0
    line = styled.paragraph("DiaDanh", day)
    if needed <= width - middle:
        yield frame((middle, width - middle), (((1, agencies), (1, nation)), ((1, number), (1, line))))
    else:
        left = max(width - needed, middle / 2)
        rows = (((2, agencies), (1, nation)), ((1, number), (2, line)))
        yield frame((left, middle - left, width - middle), rows)
    yield from _below(plan, styled, width)


def _agencies(header: Header, styled: Styled, width: float) -> str:
    made, last = "", 0.0
    for style, words in (("CoQuanChuQuan", header.parent_agency), ("CoQuan", header.agency)):
        named = styled.plain(style, words.strip())
        made += styled.title(style, named, width)
        last = styled.last_width(style, named, width) or last
    return made + short_rule(styled, last, width, styled.rules.length("paragraph_gap"))


def short_rule(styled: Styled, last: float, width: float, gap: float) -> str:
    """Return the rule of a third to a half of the line above it, when there is one."""
    rules = styled.rules
    if not last:
        return ""
    return rule(last * rules.number("short_rule"), width, gap, rules.length("rule_thickness"))


def _nation(styled: Styled, width: float) -> str:
    rules, made, last = styled.rules, "", 0.0
    for style, name in (("QuocHieu", "country"), ("TieuNgu", "motto")):
        words = styled.plain(style, rules.letters[name].words)
        made += styled.title(style, words, width)
        last = styled.last_width(style, words, width)
    return made + rule(last, width, rules.length("paragraph_gap"), rules.length("rule_thickness"))


def _number(plan: Plan, styled: Styled, width: float) -> str:
    made = styled.title("SoKyHieu", styled.plain("SoKyHieu", number_line(plan.header, styled.rules)), width)
    if is_letter(plan):
        words = tied(paragraph(subject(plan), bold=styled.faces("TrichYeuCongVan")[0]))
        made += styled.title("TrichYeuCongVan", words, width, styled.rules.number("title_width"))
    return made


def _below(plan: Plan, styled: Styled, width: float) -> Iterator[str]:
    """Yield what stands across the paper: kind and title but for a công văn, the line Kèm theo, the short rule."""
    last, share = 0.0, styled.rules.number("title_width")
    if not is_letter(plan):
        kind = styled.plain("TenLoai", plan.kind.strip())
        title = tied(paragraph(plan.title, bold=styled.faces("TrichYeu")[0]))
        yield styled.title("TenLoai", kind, width, share)
        yield styled.title("TrichYeu", title, width, share)
        last = styled.last_width("TrichYeu", title, width, share) or styled.last_width("TenLoai", kind, width, share)
    yield from attached(plan.attached, styled, width, last, 2 * styled.rules.length("paragraph_gap"))


def attached(words: Text, styled: Styled, width: float, last: float, gap: float) -> Iterator[str]:
    """Yield the line `(Kèm theo …)` and the short rule below the last of the lines above, `gap` over what follows."""
    share, line = styled.rules.number("title_width"), attached_words(words, styled.rules)
    yield styled.title("KemTheo", line, width, share)
    yield short_rule(styled, styled.last_width("KemTheo", line, width, share) or last, width, gap)
