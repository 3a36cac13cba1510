"""Random papers as other offices set them in Word: what numbers them, what holds head and foot, how tables stand."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from tests.documents.reading.word.made import cell, level, listed, one_list, paragraph, part, row, table, word_file
from tests.papers import words
from tests.papers.building import ROMANS, Build, Grid, Mark, Row, Task, build, counts
from tthc_desktop.resources import resource

LEVELS: Mapping[Mark, int] = {"roman": 0, "arabic": 1, "decimal": 2, "paren_roman": 3}
DASHES = 2
LISTS = one_list(
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerRoman", "(%4)"),
)
BULLETS = one_list(level(0, "bullet", "-"), list_id=DASHES)
RULED = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
BORDERS = f"<w:tblBorders>{RULED}</w:tblBorders>"
ACROSS = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
UPRIGHT = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
CENTRED, BOLD = '<w:jc w:val="center"/>', "<w:b/>"
SIZE = 'cx="2500000" cy="900000"'
BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="0" simplePos="0" '
    'relativeHeight="2" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    f'<wp:extent {SIZE}/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Text Box 1"/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {SIZE}/></a:xfrm>'
    '<a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/>'
    "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
)


@dataclass(frozen=True)
class Given:
    """What a paper says, and by whom."""

    built: Build
    left: tuple[str, ...]
    right: tuple[str, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """How an office sets its papers; each function gives the XML of one part of them."""

    head: Callable[[Given], str]
    item: Callable[[Mark, str], str]
    foot: Callable[[Given], str]
    rows: Callable[[Grid], str]
    whole: Callable[[str], str] = lambda body: body
    appendix: str = UPRIGHT


@dataclass(frozen=True)
class Made:
    """A Word file with what a person would count and read in it."""

    data: bytes
    counts: dict[str, int]
    tasks: list[Task]
    about: str


def made(name: str, seed: int) -> Made:
    """Return the paper of a number as one of `LAYOUTS` sets it."""
    layout, random = LAYOUTS[name], Random(f"{name} {seed}")
    given = _given(build(random), random)
    if layout is LAYOUTS["without recipients"]:
        given = Given(given.built, given.left, given.right, (), given.signature)
    body = layout.whole("".join(_body(given, layout)))
    data = word_file(body, {"numbering": part("numbering", LISTS + BULLETS)})
    recipients = len(given.recipients) + 1 if given.recipients else 0
    figures = counts(given.built, recipients)
    if layout.item is _in_articles:
        figures["roman"] = 0
    return Made(data, figures, given.built.tasks, f"{name}, seed {seed}")


def _given(built: Build, random: Random) -> Given:
    province = random.choice(words.PROVINCES)
    left = (f"UBND TỈNH {province.upper()}", random.choice(words.AGENCIES), f"Số: {random.randint(10, 200)}/KH-SNC")
    right = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        f"{province}, ngày 12 tháng 3 năm 2025",
    )
    recipients = random.sample(words.RECIPIENTS, random.randint(1, len(words.RECIPIENTS)))
    signature = (*random.choice(words.CAPACITIES), "", "", random.choice(words.SIGNERS))
    return Given(built, left, right, tuple(recipients), signature)


def _body(given: Given, layout: Layout) -> Iterator[str]:
    yield layout.head(given)
    yield paragraph("KẾ HOẠCH", CENTRED, BOLD)
    yield paragraph("Kiểm soát thủ tục hành chính năm 2025", CENTRED, BOLD)
    for one in given.built.body:
        yield layout.item(one.mark, one.words)
    yield layout.foot(given)
    if given.built.grid:
        yield f"<w:p><w:pPr>{UPRIGHT}</w:pPr></w:p>"
        yield paragraph("PHỤ LỤC", CENTRED, BOLD)
        yield paragraph("PHÂN CÔNG THỰC HIỆN", CENTRED, BOLD)
        yield layout.rows(given.built.grid)
        yield paragraph("")
        yield layout.appendix


# Heads and feet


def _listing(given: Given) -> tuple[str, ...]:
    return ("Nơi nhận:", *(f"- {one};" for one in given.recipients), "- Lưu: VT.") if given.recipients else ("",)


def _side_by_side(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    columns = ("".join(paragraph(words, CENTRED) for words in column) for column in (left, right))
    return table(row(*(f"<w:tc><w:tcPr/>{column}</w:tc>" for column in columns)))


def _head_table(given: Given) -> str:
    return _side_by_side(given.left, given.right)


def _foot_table(given: Given) -> str:
    return _side_by_side(_listing(given), given.signature)


def _tabbed(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Set two columns with tabs, as with a typewriter."""
    size = max(len(left), len(right))
    pairs = zip((*left, *[""] * (size - len(left))), (*right, *[""] * (size - len(right))), strict=True)
    return "".join(_with_tabs(f"{one}\t\t{other}") for one, other in pairs)


def _with_tabs(said: str) -> str:
    runs = "<w:tab/>".join(f'<w:t xml:space="preserve">{words}</w:t>' for words in said.split("\t"))
    return f"<w:p><w:r>{runs}</w:r></w:p>"


def _boxed(given: Given) -> str:
    return "".join(BOX.format("".join(paragraph(one) for one in lines)) for lines in (given.left, given.right))


def _stacked(given: Given) -> str:
    return "".join(paragraph(one, CENTRED) for one in (*given.left, *given.right))


def _foot_stacked(given: Given) -> str:
    return "".join(paragraph(one) for one in (*_listing(given), *given.signature))


# The text


def _typed(mark: Mark, said: str) -> str:
    return paragraph(said, run=BOLD if mark == "roman" else "")


def _typed_with_tab(mark: Mark, said: str) -> str:
    sign, _, rest = said.partition(" ")
    return _typed(mark, said) if mark in {"base", "label", "plain"} else _with_tabs(f"{sign}\t{rest}")


def _automatic(mark: Mark, said: str) -> str:
    _, _, rest = said.partition(" ")
    if mark in LEVELS:
        return listed(rest, 1, LEVELS[mark])
    return listed(rest, DASHES) if mark == "dash" else paragraph(said)


# Tables


def _cells_of(one: Row) -> str:
    return row(*(cell(words) for words in one.cells))


def _plain_rows(grid: Grid) -> str:
    rows = [row(*map(cell, grid.titles))]
    for one in grid.rows:
        missing = len(grid.fields) - len(one.cells)
        rows.append(row(*map(cell, one.cells), *[cell() for _ in range(missing)]))
    return table(*rows, properties=BORDERS)


def _merged_rows(grid: Grid) -> str:
    """Let a group's title go over all columns behind its number, and mark the head as one that is repeated."""
    rows = [row(*map(cell, grid.titles), properties="<w:tblHeader/>")]
    for one in grid.rows:
        if one.kind == "group":
            over = f'<w:gridSpan w:val="{len(grid.fields) - 1}"/>'
            rows.append(row(cell(one.cells[0]), cell(one.cells[1], over)))
        else:
            rows.append(_cells_of(one))
    return table(*rows, properties=BORDERS)


def _listing_rows(grid: Grid) -> str:
    """Break each cell of a row into paragraphs: what it says, then a list of one item."""
    rows = [row(*map(cell, grid.titles), properties="<w:tblHeader/>")]
    for one in grid.rows:
        number, *others = one.cells
        broken = (f"<w:tc><w:tcPr/>{''.join(map(paragraph, _halves(words)))}</w:tc>" for words in others)
        rows.append(row(cell(number), *broken, *[cell() for _ in range(len(grid.fields) - len(one.cells))]))
    return table(*rows, properties=BORDERS)


def _halves(said: str) -> list[str]:
    parts = said.split()
    return [" ".join(parts[: len(parts) // 2]), " ".join(parts[len(parts) // 2 :])] if len(parts) > 3 else [said]


def _in_articles(mark: Mark, said: str) -> str:
    """Let sections be articles, as those of a regulation: Điều 1. …"""
    sign, _, rest = said.partition(" ")
    return _typed(mark, f"Điều {ROMANS.index(sign.rstrip('.')) + 1}. {rest.capitalize()}" if mark == "roman" else said)


def _in_one_cell(body: str) -> str:
    return table(row(f"<w:tc><w:tcPr/>{body}</w:tc>"), properties=BORDERS) + paragraph("")


def _in_vni(body: str) -> str:
    """Set all words in a font of VNI, typed as that font wants them."""
    fonts = '<w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    table: dict[str, str] = json.loads(resource("legacy", "encodings.json").read_text(encoding="utf-8"))["vni"]
    letters = {said: typed for typed, said in sorted(table.items(), reverse=True)}
    words_of = re.compile(r"(?<=>)[^<>]+(?=</w:t>)")
    typed = words_of.sub(lambda found: "".join(letters.get(letter, letter) for letter in found.group()), body)
    return typed.replace("<w:rPr>", fonts)


LAYOUTS: Mapping[str, Layout] = {
    "typed": Layout(_head_table, _typed, _foot_table, _plain_rows),
    "typed with tabs": Layout(_head_table, _typed_with_tab, _foot_table, _merged_rows),
    "automatic": Layout(_head_table, _automatic, _foot_table, _merged_rows, appendix=ACROSS),
    "typewriter": Layout(
        lambda given: _tabbed(given.left, given.right),
        _typed,
        lambda given: _tabbed(_listing(given), given.signature),
        _plain_rows,
    ),
    "boxes": Layout(_boxed, _automatic, _foot_stacked, _plain_rows, appendix=ACROSS),
    "stacked": Layout(_stacked, _typed, _foot_stacked, _merged_rows),
    "without recipients": Layout(_head_table, _typed, _foot_table, _merged_rows),
    "articles": Layout(_head_table, _in_articles, _foot_table, _listing_rows, appendix=ACROSS),
    "VNI": Layout(_head_table, _typed, _foot_table, _merged_rows, whole=_in_vni),
    "one cell": Layout(_stacked, _typed, _foot_stacked, _plain_rows, whole=_in_one_cell),
}
