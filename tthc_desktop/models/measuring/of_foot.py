"""Checks of the foot and of the headings of appendices."""

from collections.abc import Callable, Iterator, Sequence

from tthc_desktop.models.measuring.appendix import AppendixHead
from tthc_desktop.models.measuring.foot import Foot
from tthc_desktop.models.measuring.lettering import lettered
from tthc_desktop.models.measuring.results import Probe, box
from tthc_desktop.models.measuring.seen import Seen
from tthc_desktop.models.measuring.values import MM, Line
from tthc_desktop.models.measuring.wording import millimetres, quoted

_AXIS = 6.0
_HEIGHT = 8.0
_EDGE = 2.0 * MM
_DASHES = ("-", "–", "+")
_Check = Callable[[Seen], Iterator[Probe]]


def _part(name: str, lines: Callable[[Foot], Sequence[Line]]) -> _Check:
    def check(seen: Seen) -> Iterator[Probe]:
        if seen.foot:
            yield from lettered(seen.foot.sheet.at, seen.rules.letters[name], lines(seen.foot))

    return check


recipients_label = _part("recipients_label", lambda foot: [foot.label] if foot.label else [])
recipients = _part("recipient", lambda foot: foot.recipients)
capacity = _part("capacity", lambda foot: foot.capacity)
signer = _part("signer", lambda foot: foot.signer)


def label_place(seen: Seen) -> Iterator[Probe]:
    """`Nơi nhận` at the left margin, at the height of the signer's title."""
    foot = seen.foot
    if foot is None or foot.label is None:
        return
    left = next(part.left for part in seen.parts if foot.sheet in part.sheets)
    at_edge = foot.label.left - left < _EDGE
    level = not foot.capacity or abs(foot.label.base - foot.capacity[0].base) < _HEIGHT
    found = "sát lề trái, ngang hàng chức vụ" if at_edge and level else "không ngang hàng chức vụ của người ký"
    yield Probe(foot.sheet.at, box([foot.label]), found if at_edge else "không sát lề trái", at_edge and level)


def signature_room(seen: Seen) -> Iterator[Probe]:
    """Free room between title and name for the picture of the signature and the seal."""
    foot = seen.foot
    if foot is None or not (foot.capacity and foot.signer):
        return
    least, _ = seen.rules.limits("signature_height")
    lines = [*foot.capacity[-1:], *foot.signer[:1]]
    found = f"khoảng trống giữa chức vụ và họ tên cao {millimetres(foot.room)}"
    yield Probe(foot.sheet.at, box(lines), found, foot.room >= least - 2 * MM)


def signature_axis(seen: Seen) -> Iterator[Probe]:
    """Title and name share their middle."""
    foot = seen.foot
    if foot is None or not foot.capacity or len([*foot.capacity, *foot.signer]) == 1:
        return
    lines = [*foot.capacity, *foot.signer]
    middles = [line.middle for line in lines]
    kept = max(middles) - min(middles) < _AXIS
    yield Probe(foot.sheet.at, box(lines), "canh giữa" if kept else "họ tên không canh giữa dưới chức vụ", kept)


def dashes(seen: Seen) -> Iterator[Probe]:
    """Each recipient with its dash, the last one with a full stop."""
    foot = seen.foot
    if foot is None or not foot.recipients:
        return
    first, last = foot.recipients[0], foot.recipients[-1]
    begins, ends = first.words.startswith(_DASHES), last.words.rstrip().endswith(".") or foot.sheet is not seen.last
    yield Probe(foot.sheet.at, box([first]), "có gạch đầu dòng" if begins else "không có gạch đầu dòng", begins)
    yield Probe(foot.sheet.at, box([last]), "có dấu chấm cuối" if ends else "dòng cuối không có dấu chấm", ends)


def _heading(name: str, lines: Callable[[AppendixHead], Sequence[Line]]) -> _Check:
    def check(seen: Seen) -> Iterator[Probe]:
        for top in seen.appendices:
            yield from lettered(top.sheet.at, seen.rules.letters[name], lines(top))

    return check


appendix_label = _heading("appendix_label", lambda top: [top.label])
appendix_title = _heading("appendix_title", lambda top: top.title)
appendix_attached = _heading("appendix_attached", lambda top: top.attached)


def appendix_case(seen: Seen) -> Iterator[Probe]:
    """`Phụ lục` in small letters, and all of the heading in the middle."""
    for top in seen.appendices:
        lines = [top.label, *top.title, *top.attached]
        upper = top.label.words.isupper()
        centred = all(abs(line.middle - top.middle) < _AXIS * 2 for line in lines)
        found = f"{quoted(top.label.words)} in hoa" if upper else "canh giữa" if centred else "không canh giữa"
        yield Probe(top.sheet.at, box(lines), found, centred and not upper)


def stamp_line(seen: Seen) -> Iterator[Probe]:
    """Measure the line of number and time that the organisation's signature prints on an appendix."""
    least, most = seen.rules.limits("stamp_line_size")
    for part in seen.parts:
        for sheet in part.sheets:
            if line := sheet.stamp:
                kept = least - 0.3 <= line.size <= most + 0.3 and not line.bold and not line.italic
                right = line.middle > sheet.page.width / 2 and line.base < sheet.page.height / 5
                yield Probe(sheet.at, box([line]), f"{quoted(line.words, 60)}, cỡ chữ {line.size:g}", kept and right)


def stamp_room(seen: Seen) -> Iterator[Probe]:
    """Look at the top right corner of an appendix, which holds nothing but that line."""
    rules = seen.rules
    top, right = rules.length("stamp_line_top"), rules.length("margin_right")
    width, height = rules.length("stamp_line_width"), rules.length("stamp_line_height")
    for head in seen.appendices:
        page = head.sheet.page
        corner = (page.width - right - width, top, page.width - right, top + height)
        inside = [
            line
            for line in page.lines
            if line is not head.sheet.stamp
            and line.right > corner[0]
            and line.top < corner[3]
            and line.bottom > corner[1]
        ]
        found = f"có {quoted(inside[0].words)} trong góc này" if inside else "để trống"
        yield Probe(head.sheet.at, box(inside) if inside else corner, found, not inside)
