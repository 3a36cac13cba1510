"""What the decree says about each part of the paper, in a sentence or two, from the data that the print reads."""

from tthc_desktop.documents.decree import Letters, Rules, rules
from tthc_desktop.models.measuring.wording import style_words
from tthc_desktop.ui.plan.paragraph import Kind, Paragraph, Style

_PARTS = {
    "parent_agency": "parent_agency",
    "agency": "agency",
    "nation": "country",
    "motto": "motto",
    "number": "number",
    "symbol": "number",
    "place": "date",
    "date": "date",
    "kind": "kind",
    "title": "title",
    "capacity": "capacity",
    "signatory": "signer",
    "recipients": "recipients_label",
}
_STYLES = {Style.SUBJECT: "subject", Style.UNPRINTED: "subject", Style.ADDRESSEE: "addressee"}
_KINDS = {Kind.BASIS: "basis", Kind.RECIPIENT: "recipient"}
_FIRSTS = {Style.BASIS: "basis", Style.FOOT: "recipient", Style.HEADING: "heading"}


def letters_of(paragraph: Paragraph) -> str:
    """Return the name of the letters that a paragraph is printed in, empty for what the decree does not regulate."""
    if paragraph.style in _STYLES:
        return _STYLES[paragraph.style]
    if paragraph.kind is Kind.APPENDIX:
        return "appendix_title" if paragraph.place.part == "title" else "appendix_attached"
    if paragraph.style is Style.CAPTION:
        return "appendix_label"
    if paragraph.kind is Kind.FIRST:
        return _FIRSTS.get(paragraph.style, "body")
    if paragraph.kind is Kind.ITEM:
        return "heading" if paragraph.style is Style.HEADING else "body"
    if paragraph.kind in {Kind.FIELD, Kind.CAPTION}:
        return _PARTS.get(paragraph.place.part, "")
    return _KINDS.get(paragraph.kind, "")


def rule_words(paragraph: Paragraph) -> str:
    """Return the rule for a paragraph with its clause, empty where there is none."""
    decree = rules()
    name = letters_of(paragraph)
    return told(decree.letters[name], decree) if name else ""


def told(letters: Letters, decree: Rules) -> str:
    """Return size and style, what else is asked, and the clause."""
    return f"{letters.name}: {style_words(letters)}. {letters.rule}\n({decree.short}, {letters.clause})"
