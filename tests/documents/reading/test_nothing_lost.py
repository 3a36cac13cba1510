"""Nothing of a paper is lost or reworded by the reader, whatever its shape.

Every line that is not blank is placed or left over, once; the words of the placed lines stand in the plan as often
as on the paper, and the plan holds no others. Put aside are numbers and marks that are computed from the place, the
fixed words of the form (`CỘNG HÒA …`, `Số:`), and lines that only belong to the paper: of those each must be a page
number, a stamp, a rule, a running head that comes again, or hold only words that the plan has from another line.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.conftest import real_plans
from tests.plan_papers import paper
from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.plan import Appendix, Item, Node, Plan
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import fold

PLANS = Path(__file__).parents[2] / "data" / "plans"
NAMES = sorted(path.stem for path in PLANS.glob("*.txt"))
REAL = (("seeds", 5), ("more-plans", 3))

_TAG = re.compile(r"</?(?:b|i|u|em|strong|br|p|td|tr|sup|sub)\b[^<>]*>", re.IGNORECASE)
_FORM = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐỘC LẬP\s*[-–—]\s*TỰ DO\s*[-–—]\s*HẠNH PHÚC"
    r"|\bSố\s*:|(?m:^)(?-i:Số)(?=\s+\d)|\bNơi nhận\b\s*:?|\(đã ký\)|\bphụ lục số\b",
    re.IGNORECASE,
)
_SPOILED_FORM = frozenset("cong hoa xa hoi chu nghia viet nam doc lap tu do hanh phuc ngay thang nam".split())
"""The same, folded, where a narrow cell has broken them over lines or a font spoiled them; for lines put aside only."""
_DATE = re.compile(r"ngày\s*[\d.…]*\s*tháng\s*[\d.…]*\s*năm\s*(?=\d|[.…]|$)", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(?:phần|mục|chương) thứ \w+", re.IGNORECASE)
_COUNTERS = frozenset({"phụ", "lục", "phần", "chương", "mục", "điều"})
"""Words of numbers that are computed; a line may begin with them by a mere wrap, so that they count nowhere."""
_PAREN_ROMAN = re.compile(r"\(?\b[ivx]+\)")
_COMPUTED = re.compile(r"[IVXLC]+|[^\W\d_]|\d+")
_WORD = re.compile(r"[^\W_]+")
_PAGE = re.compile(r"\W*(?:trang\s*)?\d{0,4}(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)
_STAMP = re.compile(r"\d{1,2}:\d{2}:\d{2}")
_DAMAGES = 4
_DAMAGED_LINES = 120


@pytest.mark.parametrize("name", NAMES)
def test_corpus_is_placed(name: str) -> None:
    """Each line of a corpus paper is placed or left over, once."""
    _check_lines(_corpus(name))


BEYOND = frozenset({"b_ocr_scanned_paper", "b_pandoc_markdown_grid"})
"""Papers of which the reader still loses or doubles words of the head."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.xfail(strict=True) if name in BEYOND else ()) for name in NAMES],
)
def test_corpus_keeps_its_words(name: str) -> None:
    """The words of a corpus paper stand in the plan."""
    _check_words(_corpus(name))


@pytest.mark.parametrize(("folder", "number"), [(folder, number) for folder, total in REAL for number in range(total)])
def test_real_plan_is_placed_and_keeps_its_words(folder: str, number: int) -> None:
    """A real plan loses no line and no word."""
    text = sorted(real_plans(folder).glob("*.txt"))[number].read_bytes().decode("utf-8")
    _check_lines(text)
    _check_words(text)


@pytest.mark.parametrize("seed", range(30))
def test_random_paper_is_placed_and_keeps_its_words(seed: int) -> None:
    """A random paper loses no line and no word."""
    text = paper(seed).text
    _check_lines(text)
    _check_words(text)


def lost_lines(text: str, draft: Draft) -> list[int]:
    """Return the numbers of lines that are in neither `placed` nor `unplaced`, or in both, or in none of the paper."""
    wanted = [number for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1) if _is_seen(line)]
    found = Counter([*draft.placed, *(line.number for line in draft.unplaced)])
    return sorted(number for number in {*wanted, *found} if found[number] != (number in set(wanted)))


def lost_words(draft: Draft) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return the words that are lost, those that the plan made up, and lines put aside though they say something."""
    held = Counter(_words(" \n ".join(plan_words(draft.plan))))
    kept = [line.text for line in draft.lines if draft.placed.get(line.number)]
    aside = [line.text for line in draft.lines if draft.placed.get(line.number) == ""]
    source = Counter(_words(" \n ".join(kept)))
    often = Counter(" ".join(line.split()) for line in aside)
    once = [line for line in aside if often[" ".join(line.split())] == 1 and not _is_furniture(line)]
    silent = [line for line in once if any(not _is_known(word, held) for word in _words(line))]
    known = Counter(word for line in aside for word in _words(line))
    known += Counter(_words(draft.plan.kind))  # a paper that does not name its kind is taken as a plan
    known += Counter(word for stamp in draft.plan.stamps for word in _words(stamp.symbol))
    return source - held, held - source - known, silent


def plan_words(plan: Plan) -> Iterator[str]:
    """Yield everything that the plan holds as words, each value once."""
    head, signatory = plan.header, plan.signatory
    yield from (plan.kind, str(plan.title), str(plan.attached))
    yield from (head.parent_agency, head.agency, head.number, head.symbol, head.place)
    yield from (str(basis.text) for basis in plan.bases)
    yield from _node_words(plan.body)
    for appendix in plan.appendices:
        yield from _appendix_words(appendix)
    for task in plan.tasks.values():
        yield from map(str, (task.content, task.lead, task.coordinate, task.result, task.deadline))
    for target in plan.targets.values():
        fields = (target.name, target.unit, target.value, target.basis, target.lead, target.coordinate)
        yield from map(str, fields)
    yield from (*signatory.capacity, signatory.name)
    yield from (recipient.text for recipient in plan.recipients)
    yield from (f"{stamp.number}/{stamp.symbol}" for stamp in plan.stamps)


@cache
def _read(text: str) -> Draft:
    return read_text(text, "paper.txt")


def _check_lines(text: str) -> None:
    assert lost_lines(text, _read(text)) == []


def _check_words(text: str) -> None:
    lost, made_up, silent = lost_words(_read(text))
    assert (dict(lost), dict(made_up), silent) == ({}, {}, [])


def _corpus(name: str) -> str:
    return (PLANS / f"{name}.txt").read_bytes().decode("utf-8")


def _appendix_words(appendix: Appendix) -> Iterator[str]:
    yield from (str(appendix.title), str(appendix.attached))
    yield from _node_words(appendix.nodes)


def _node_words(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        yield from _table_words(node) if isinstance(node, Table) else _item_words(node)


def _item_words(item: Item) -> Iterator[str]:
    yield str(item.text)
    for line in item.lines:
        yield from (line.label, str(line.words))
    yield from _node_words(item.children)


def _table_words(table: Table) -> Iterator[str]:
    before = None
    for column in table.columns:
        yield str(column.title)
        if column.over != before:
            yield str(column.over)
        before = column.over
    for row in table.rows:
        yield str(row.title)
        yield from (str(words) for _, words in row.cells)


def _words(text: str) -> list[str]:
    """Return the words that must be kept, in NFC and in the case of the paper."""
    text = unicodedata.normalize("NFC", html.unescape(_TAG.sub(" ", text)))
    for pattern in (_FORM, _DATE, _ORDINAL, _PAREN_ROMAN):
        text = pattern.sub(" ", text)
    return [w for w in _WORD.findall(text) if not _COMPUTED.fullmatch(w) and w.casefold() not in _COUNTERS]


def _is_furniture(line: str) -> bool:
    bare = _TAG.sub("", line)
    return bool(_PAGE.fullmatch(bare) or _STAMP.search(bare) or not _words(bare))


def _is_known(word: str, held: Counter[str]) -> bool:
    return word in held or fold(word) in _SPOILED_FORM


def _is_seen(line: str) -> bool:
    """Tell whether the line has anything that shows."""
    return any(not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf"} for char in line)


@pytest.mark.parametrize("name", NAMES)
def test_damaged_paper_is_still_read(name: str) -> None:
    """No damage of a paper stops the reader: lines doubled, lost, cut, joined, mixed up."""
    random = Random(name)
    lines = _corpus(name).split("\n")[:_DAMAGED_LINES]
    for _ in range(_DAMAGES):
        damaged = list(lines)
        for _ in range(random.randint(1, 8)):
            _damage(damaged, random)
        _check_lines("\n".join(damaged))


def _damage(lines: list[str], random: Random) -> None:
    place = random.randrange(len(lines))
    cut = random.randint(0, len(lines[place]))
    match random.randrange(5):
        case 0:
            lines.insert(place, random.choice(lines))
        case 1:
            lines[place] = lines[place][:cut]
        case 2:
            lines[place : place + 1] = [lines[place][:cut], lines[place][cut:]]
        case 3:
            lines[place] += random.choice(("|", "\t", "  ", "<br>", "*", "(", "\f", "1.", "- ")) + random.choice(lines)
        case _:
            random.shuffle(lines[place : place + 5])
