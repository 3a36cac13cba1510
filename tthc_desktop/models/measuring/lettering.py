"""How each part of the paper is lettered: size, bold, italic, capitals."""

from collections.abc import Callable, Iterable, Iterator

from tthc_desktop.models.decree import Letters, Rules
from tthc_desktop.models.measuring.anatomy import Anatomy
from tthc_desktop.models.measuring.outcomes import Spot
from tthc_desktop.models.measuring.pages import SetLine
from tthc_desktop.models.measuring.ruling import Looked, Ruling, points, spot

_ROUND = 0.3
"""Points by which a program may round a size."""


Placed = tuple[int, SetLine]
"""A line and its page."""
Reader = Callable[[Anatomy], Iterable[Placed]]


def lettering(rules: Rules) -> Iterator[Ruling]:
    """Yield a ruling for the letters of each part that the paper can have."""
    for key in _PARTS:
        letters = rules.letters[key]
        yield Ruling(f"letters.{key}", letters.name, asked(letters), letters.clause, _look(key))


def asked(letters: Letters) -> str:
    """Return `cỡ 12 đến 13, đứng, đậm, chữ in hoa`."""
    size = f"{letters.least:g} đến {letters.most:g}" if letters.least < letters.most else f"{letters.most:g}"
    slope = "nghiêng" if letters.italic else "đứng"
    upper = ", chữ in hoa" if letters.upper or letters.words.isupper() else ""
    return f"cỡ {size}, {slope}{', đậm' if letters.bold else ''}{upper}"


def _look(key: str) -> Callable[[Anatomy, Rules], Looked]:
    def look(paper: Anatomy, rules: Rules) -> Looked:
        for page, line in _PARTS[key](paper):
            yield _wrong(page, line, rules.letters[key], is_strict=key not in _LOOSE)

    return look


def _wrong(page: int, line: SetLine, letters: Letters, *, is_strict: bool) -> Spot | None:
    if not letters.least - _ROUND <= line.size <= letters.most + _ROUND:
        return spot(page, line, f"cỡ {points(line.size)}")
    if is_strict and line.bold != letters.bold:
        return spot(page, line, "đậm" if line.bold else "không đậm")
    if is_strict and line.italic != letters.italic:
        return spot(page, line, "nghiêng" if line.italic else "đứng")
    if (letters.upper or letters.words.isupper()) and line.words != line.words.upper():
        return spot(page, line, "chữ thường")
    return None


def _several(value: SetLine | tuple[SetLine, ...] | None) -> tuple[SetLine, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, SetLine) else value


def _head(name: str) -> Reader:
    return lambda paper: [(1, line) for line in _several(getattr(paper.head, name))]


def _foot(name: str) -> Reader:
    def read(paper: Anatomy) -> Iterator[Placed]:
        if foot := paper.foot:
            yield from ((foot.sheet.page.number, line) for line in _several(getattr(foot, name)))

    return read


def _appendix(name: str) -> Reader:
    return lambda paper: [
        (head.sheet.page.number, line) for head in paper.appendices for line in _several(getattr(head, name))
    ]


def _agency(paper: Anatomy) -> list[Placed]:
    """Return the lines of the office that issues the paper: the bold ones, or the last one."""
    bold = [line for line in paper.head.agencies if line.bold]
    return [(1, line) for line in bold or paper.head.agencies[-1:]]


def _parent(paper: Anatomy) -> list[Placed]:
    held = _agency(paper)
    return [(1, line) for line in paper.head.agencies if (1, line) not in held]


def _body(paper: Anatomy) -> Iterator[Placed]:
    for sheet, lines in paper.text():
        yield from ((sheet.page.number, line) for line in lines)


def _recipients(paper: Anatomy) -> tuple[Placed, ...]:
    return paper.foot.recipients if paper.foot else ()


def _numbers(paper: Anatomy) -> Iterator[Placed]:
    yield from ((sheet.page.number, sheet.number_line) for sheet in paper.sheets if sheet.number_line)


_LOOSE = frozenset({"body"})
"""Parts in which words may be bold or italic."""
_PARTS: dict[str, Reader] = {
    "country": _head("country"),
    "motto": _head("motto"),
    "parent_agency": _parent,
    "agency": _agency,
    "number": _head("number"),
    "date": _head("date"),
    "kind": _head("kind"),
    "title": _head("title"),
    "subject": _head("subject"),
    "body": _body,
    "capacity": _foot("capacity"),
    "signer": _foot("signer"),
    "recipients_label": _foot("label"),
    "recipient": _recipients,
    "appendix_label": _appendix("label"),
    "appendix_title": _appendix("title"),
    "appendix_attached": _appendix("attached"),
    "page_number": _numbers,
}
