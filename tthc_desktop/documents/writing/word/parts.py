"""The parts of the file beside its text: what it is, settings, hidden identities, how the parts belong together."""

from tthc_desktop.documents.exchange import to_json
from tthc_desktop.documents.own_papers import CARRIED_NAMESPACE, PLAN_PROPERTY
from tthc_desktop.documents.writing.word.markup import DECLARATION, RELATIONS, WORD, quoted, shown
from tthc_desktop.documents.writing.word.sections import BARE, NUMBERED
from tthc_desktop.documents.writing.word.styles import FONT
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
_KIND = f"{_TYPE}.wordprocessingml"
_STORE = "{8C1F2C66-6F0B-4C1E-9B53-7E2D30B1A5D1}"
"""Any identity of the carried part; the same in every file, so that equal plans give equal files."""
_NEVER = "1980-01-01T00:00:00Z"
PICTURE = "image/png"


def content_types(*, pictures: bool) -> str:
    """Return [Content_Types].xml."""
    parts = {
        "word/document.xml": f"{_KIND}.document.main+xml",
        "word/styles.xml": f"{_KIND}.styles+xml",
        "word/numbering.xml": f"{_KIND}.numbering+xml",
        "word/settings.xml": f"{_KIND}.settings+xml",
        "word/fontTable.xml": f"{_KIND}.fontTable+xml",
        "word/header1.xml": f"{_KIND}.header+xml",
        "word/header2.xml": f"{_KIND}.header+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": f"{_TYPE}.extended-properties+xml",
        "docProps/custom.xml": f"{_TYPE}.custom-properties+xml",
        "customXml/itemProps1.xml": f"{_TYPE}.customXmlProperties+xml",
    }
    over = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    png = f'<Default Extension="png" ContentType="{PICTURE}"/>' if pictures else ""
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{png}{over}</Types>'
    )


def _relations(found: list[tuple[str, str, str]]) -> str:
    made = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in found)
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def package_relations() -> str:
    """Return _rels/.rels."""
    return _relations(
        [
            ("rId1", f"{RELATIONS}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{RELATIONS}/extended-properties", "docProps/app.xml"),
            ("rId4", f"{RELATIONS}/custom-properties", "docProps/custom.xml"),
        ]
    )


def document_relations(pictures: list[tuple[str, str]]) -> str:
    """Return word/_rels/document.xml.rels; `pictures` are their relations and the names of their parts."""
    return _relations(
        [
            ("rId1", f"{RELATIONS}/styles", "styles.xml"),
            ("rId2", f"{RELATIONS}/numbering", "numbering.xml"),
            ("rId3", f"{RELATIONS}/settings", "settings.xml"),
            ("rId4", f"{RELATIONS}/fontTable", "fontTable.xml"),
            ("rId5", f"{RELATIONS}/customXml", "../customXml/item1.xml"),
            (NUMBERED, f"{RELATIONS}/header", "header1.xml"),
            (BARE, f"{RELATIONS}/header", "header2.xml"),
            *((id_, f"{RELATIONS}/image", target) for id_, target in pictures),
        ]
    )


def core(plan: Plan) -> str:
    """Return docProps/core.xml: title, agency and language; no time, which would differ each time."""
    title = shown(" ".join(clean(f"{plan.kind} {plan.title}").split()))
    author = shown(" ".join(clean(plan.header.agency).split()))
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:subject>{title}</dc:subject><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>vi-VN</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_NEVER}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_NEVER}</dcterms:modified></cp:coreProperties>'
    )


def app(plan: Plan) -> str:
    """Return docProps/app.xml."""
    agency = shown(" ".join(clean(plan.header.agency).split()))
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties"><Application>TTHC Desktop</Application>'
        f"<Company>{agency}</Company></Properties>"
    )


def custom(plan: Plan) -> str:
    """Return docProps/custom.xml with the identity of the plan."""
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{PLAN_PROPERTY}">'
        f"<vt:lpwstr>{shown(plan.id)}</vt:lpwstr></property></Properties>"
    )


def carried(plan: Plan) -> dict[str, str]:
    """Return the part that holds the plan as it was written, with what names its schema."""
    item = f"{DECLARATION}<plan xmlns={quoted(CARRIED_NAMESPACE)}>{shown(to_json(plan))}</plan>"
    properties = (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{_STORE}" xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>'
        f"<ds:schemaRef ds:uri={quoted(CARRIED_NAMESPACE)}/></ds:schemaRefs></ds:datastoreItem>"
    )
    return {
        "customXml/item1.xml": item,
        "customXml/itemProps1.xml": properties,
        "customXml/_rels/item1.xml.rels": _relations([("rId1", f"{RELATIONS}/customXmlProps", "itemProps1.xml")]),
    }


def settings() -> str:
    """Return word/settings.xml: today's Word, no wavy lines under Vietnamese words."""
    compatible = "http://schemas.microsoft.com/office/word"
    return (
        f'{DECLARATION}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:hideSpellingErrors/>'
        '<w:hideGrammaticalErrors/><w:proofState w:spelling="clean" w:grammar="clean"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{compatible}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{compatible}" w:val="1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{compatible}" w:val="1"/>'
        f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{compatible}" w:val="1"/>'
        f'<w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="{compatible}" w:val="1"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def font_table() -> str:
    """Return word/fontTable.xml."""
    return (
        f'{DECLARATION}<w:fonts xmlns:w="{WORD}"><w:font w:name="{FONT}"><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
