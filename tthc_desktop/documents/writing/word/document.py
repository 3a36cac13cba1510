"""The text of a plan: the paper itself, then each appendix in a section of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.writing.pdf.document import Sheet, sheet
from tthc_desktop.documents.writing.pdf.lines import paragraph, tied
from tthc_desktop.documents.writing.word.addressing import addressees
from tthc_desktop.documents.writing.word.counting import Lists
from tthc_desktop.documents.writing.word.foot import foot, has_foot
from tthc_desktop.documents.writing.word.head import attached, head
from tthc_desktop.documents.writing.word.lettering import Letters
from tthc_desktop.documents.writing.word.markup import DECLARATION, RELATIONS, WORD
from tthc_desktop.documents.writing.word.outline import Part, Picture, Said, bases, closed, parts_of
from tthc_desktop.documents.writing.word.paragraphs import Setting, thin
from tthc_desktop.documents.writing.word.pictures import Album
from tthc_desktop.documents.writing.word.sections import section
from tthc_desktop.documents.writing.word.styled import Styled
from tthc_desktop.documents.writing.word.tables import table
from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.table import Table


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the parts of one plan's text, and remembers what other parts of the file have to say of it."""

    plan: Plan
    styled: Styled
    lists: Lists
    album: Album

    def document(self) -> str:
        """Return word/document.xml."""
        body = "".join((*self._paper(), *(part for each in self.plan.appendices for part in self._appendix(each))))
        begun = (
            f'<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}" '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        )
        return f"{DECLARATION}{begun}<w:body>{body}</w:body></w:document>"

    def _paper(self) -> Iterator[str]:
        page, plan = sheet(self.styled.rules), self.plan
        yield from head(plan, self.styled, page.width)
        yield from addressees(plan, self.styled, page.width)
        text: list[Part] = [*bases(plan), *closed(list(parts_of(plan, plan.body, self.lists)))]
        if not text:
            yield thin()
        yield from self._text(text, page, before_foot=has_foot(plan))
        if has_foot(plan):
            yield foot(plan, self.styled, self.lists, page.width)
        yield from self._section_end(page, last=not plan.appendices)

    def _appendix(self, appendix: Appendix) -> Iterator[str]:
        plan, styled = self.plan, self.styled
        page = sheet(styled.rules, landscape=appendix.landscape, paper=appendix.paper)
        share = styled.rules.number("title_width")
        label = styled.plain("SoPhuLuc", appendix_label(plan, appendix))
        title = tied(paragraph(appendix.title, bold=styled.faces("TenPhuLuc")[0]))
        yield styled.title("SoPhuLuc", label, page.width, part=appendix.id)
        yield styled.title("TenPhuLuc", title, page.width, share)
        named = styled.last_width("TenPhuLuc", title, page.width, share)
        last = named or styled.last_width("SoPhuLuc", label, page.width)
        yield from attached(appendix.attached, styled, page.width, last, styled.rules.length("paragraph_gap"))
        yield from self._text(list(parts_of(plan, appendix.nodes, self.lists)), page, before_foot=False)
        is_last = appendix is plan.appendices[-1]
        yield from self._section_end(page, last=is_last)

    def _section_end(self, page: Sheet, *, last: bool) -> Iterator[str]:
        properties = section(self.styled.rules, page.size)
        yield thin() + properties if last else thin(section=properties)

    def _text(self, text: Sequence[Part], page: Sheet, *, before_foot: bool) -> Iterator[str]:
        gap = self.styled.rules.length("paragraph_gap")
        if text and isinstance(text[0], Table):
            yield thin(gap)
        for place, part in enumerate(text):
            after = text[place + 1] if place + 1 < len(text) else None
            if isinstance(part, Said):
                keeps = keeps_next(part) or (before_foot and after is None)
                yield self._said(part, keeps=keeps, before_table=isinstance(after, Table))
            elif isinstance(part, Picture):
                yield self.album.chart(self.plan, part.table, self.styled, (page.width, page.height))
                yield thin(gap) if isinstance(after, Table) else ""
            else:
                yield from table(self.plan, part, self.styled, (page.width, page.height))
                if isinstance(after, Table):
                    yield thin(gap)

    def _said(self, part: Said, *, keeps: bool, before_table: bool) -> str:
        after = self.styled.rules.length("paragraph_gap") if before_table else None
        setting = Setting(keeps=keeps, place=part.place, after=after, letters=Letters(upper=part.upper))
        return self.styled.paragraph(part.style, part.words, setting, part.id)


def keeps_next(part: Said) -> bool:
    """Tell whether a part announces what follows; headings do so by their style."""
    return "".join(piece.words for piece in part.words[-1:]).rstrip().endswith(":")
