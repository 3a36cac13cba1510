"""Word files made by hand: parts of XML put into a package."""

import io
import zipfile
from collections.abc import Mapping

from tthc_desktop.documents.reading.laid_out.blocks import Block, Paper, TableBlock
from tthc_desktop.documents.reading.word import read_word

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}


def document(body: str) -> str:
    """Return the XML of a text."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {SPACES}><w:body>{body}</w:body></w:document>'


def part(root: str, inner: str) -> str:
    """Return the XML of another part of Word's own."""
    return f"<w:{root} {SPACES}>{inner}</w:{root}>"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP file of some parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, said in parts.items():
            archive.writestr(name, said)
    return stream.getvalue()


def parts_of(main: str | bytes, others: Mapping[str, str] | None = None) -> dict[str, str | bytes]:
    """Return the parts of a Word file; the others are named by kind, such as `styles` or `header 2`."""
    others = others or {}
    relations = [
        f'<Relationship Id="rId{place}" Type="{_OFFICE}/{kind.split()[0]}" Target="{kind.replace(" ", "")}.xml"/>'
        for place, kind in enumerate(others, 1)
    ]
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/'
        f'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{"".join(relations)}</Relationships>',
        "word/document.xml": main,
        **{f"word/{kind.replace(' ', '')}.xml": said for kind, said in others.items()},
    }


def word_file(body: str, others: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with this text; see `parts_of`."""
    return packed(parts_of(document(body), others))


def read(body: str, **others: str) -> Paper:
    """Read a text with other parts, whose XML is given without their root."""
    made = {kind: part(_ROOTS.get(kind, kind), inner) for kind, inner in others.items()}
    return read_word(word_file(body, made), "van-ban.docx")


def paragraph(words: str, properties: str = "", run: str = "") -> str:
    """Return the XML of a paragraph of one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def listed(words: str, list_id: int, level: int = 0) -> str:
    """Return the XML of a paragraph that a list numbers."""
    return paragraph(words, numbered(list_id, level))


def numbered(list_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def level(depth: int, form: str, words: str, more: str = "", start: int = 1) -> str:
    """Return the XML of a level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
    )


def one_list(*levels: str, list_id: int = 1, more: str = "") -> str:
    """Return the XML of a list and of what is abstract about it."""
    return (
        f'<w:abstractNum w:abstractNumId="{list_id}">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/>{more}</w:num>'
    )


def cell(words: str = "", properties: str = "") -> str:
    """Return the XML of a cell with one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def said(paper: Paper) -> list[str]:
    """Return the words of the paragraphs, each behind the number that Word shows."""
    blocks = [block for block in paper.blocks if isinstance(block, Block)]
    return [f"{block.marker.shown if block.marker else ''} {block.text}".strip() for block in blocks]


def tables(paper: Paper) -> list[TableBlock]:
    return [block for block in paper.blocks if isinstance(block, TableBlock)]


def grid(block: TableBlock) -> list[list[tuple[str, int, int]]]:
    """Return the cells row by row: words, columns, rows."""
    return [
        [
            ("\n".join(str(inner.text) for inner in one.blocks if isinstance(inner, Block)), one.columns, one.rows)
            for one in row
        ]
        for row in block.rows
    ]
