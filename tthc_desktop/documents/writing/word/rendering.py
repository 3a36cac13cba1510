"""A plan as the bytes of a Word file."""

from tthc_desktop.documents.decree import rules_of
from tthc_desktop.documents.writing.pdf.layout import no_glyph
from tthc_desktop.documents.writing.pdf.paper import NoGlyphError
from tthc_desktop.documents.writing.word import parts
from tthc_desktop.documents.writing.word.counting import Lists
from tthc_desktop.documents.writing.word.document import Writer
from tthc_desktop.documents.writing.word.package import packed
from tthc_desktop.documents.writing.word.paragraphs import Marks
from tthc_desktop.documents.writing.word.pictures import Album
from tthc_desktop.documents.writing.word.sections import header_part
from tthc_desktop.documents.writing.word.styled import Styled
from tthc_desktop.documents.writing.word.styles import styles_part
from tthc_desktop.models.plan import Plan


def render(plan: Plan) -> bytes:
    """Return the plan as a .docx file; the same plan gives the same bytes.

    Raises:
        UserError: a chart, which is drawn, has a character that our fonts do not show.
    """
    measures, lists, album = rules_of(plan), Lists(), Album()
    try:
        document = Writer(plan, Styled(measures, Marks()), lists, album).document()
    except NoGlyphError as error:
        raise no_glyph(plan, error.char) from error
    pictures = album.relations()
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": parts.content_types(pictures=bool(pictures)),
        "_rels/.rels": parts.package_relations(),
        "docProps/core.xml": parts.core(plan),
        "docProps/app.xml": parts.app(plan),
        "docProps/custom.xml": parts.custom(plan),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": parts.document_relations(pictures),
        "word/styles.xml": styles_part(measures),
        "word/numbering.xml": lists.part(measures.length("first_line_indent")),
        "word/settings.xml": parts.settings(),
        "word/fontTable.xml": parts.font_table(),
        "word/header1.xml": header_part(numbered=True),
        "word/header2.xml": header_part(numbered=False),
        **parts.carried(plan),
    }
    made |= {f"word/{name}": data for (_, name), data in zip(pictures, album.pictures, strict=True)}
    return packed(made)
