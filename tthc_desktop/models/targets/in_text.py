"""Targets that stand in the running text: each number with a per cent sign, with the words that make it a target."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.targets.measure import AS_OF, BASELINE, LEFT_OUT
from tthc_desktop.models.targets.passages import Passage, passages
from tthc_desktop.models.task import Target
from tthc_desktop.models.text import EMPTY, Text, plain

_NUMBER = r"\d+(?:[.,]\d+)*"
_SIGN = r"\s*(?:%|phần trăm)"
_RATE = re.compile(
    rf"(?<![\d.,/])(?:từ\s+)?{_NUMBER}(?:{_SIGN})?(?:\s*(?:-|–|—|÷|đến|tới)\s*{_NUMBER})?{_SIGN}(?!\w)"
    r"(?:\s+(?:trở lên|trở xuống|hoặc cao hơn|hoặc thấp hơn))?",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*(?:lên|xuống|thành)\s+(?:trên\s+)?\d", re.IGNORECASE)
"""What follows the figure that a growth begins with: tăng từ 60% lên 80%."""
_APART = re.compile(r"\s+(?:[^\s,;.%]+\s+){1,4}?(?P<end>trở lên|trở xuống)", re.IGNORECASE)
"""The end of “từ 95% … trở lên” behind what it is a share of."""
_AIM = r"(?:phấn đấu|đạt được|đạt|bảo đảm|đảm bảo|duy trì|ở mức)"
_CHANGE = r"(?:cắt giảm|giảm|tăng)"
_COMPARED = (
    r"(?:tối thiểu|ít nhất|thấp nhất|tối đa|nhiều nhất|cao nhất|trên|dưới|hơn|vượt|bằng|thêm|≥|⩾|>=|=>|≤|⩽|<=|=<|>|<"
    r"|không\s+(?:dưới|kém|quá|vượt quá|vượt|trên|(?:thấp|ít|nhỏ|cao|lớn|nhiều)\s+hơn))"
)
_SAID = re.compile(rf"(?:(?<!\w)(?:{_AIM}|{_CHANGE}|{_COMPARED})\s*(?:,\s*)?)+$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[;\n]|\.(?=\s|$)")
_GOES_ON = re.compile(r"(?:,|\bvà)\s*(?:và\s*)?$", re.IGNORECASE)
_CLAUSE = re.compile(r".*(?:[,:]|\b(?:bảo đảm|đảm bảo|phấn đấu)\b)\s*", re.IGNORECASE | re.DOTALL)
_RATIO = re.compile(r".*\b(?=t[ỷỉ] (?:lệ|trọng)\b)", re.IGNORECASE | re.DOTALL)
_LONGEST_SAID = 80
_EDGES = " \t\n,;:.-–—+•*"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A target that the words of a paragraph or row name; `start` and `end` are where its figure stands in `words`.

    Its value has the words that say how it is compared; where they stand apart, `…` is between them.
    """

    item_id: Id
    name: str
    value: str
    words: str
    start: int
    end: int
    lead: Text = EMPTY
    coordinate: Text = EMPTY
    unit: str = "%"


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of a sentence with the words right before it, `said`, which begin at `start`."""

    start: int
    at: int
    end: int
    said: str


def proposed_targets(plan: Plan) -> tuple[Proposed, ...]:
    """Return all targets that the running text names, in reading order, marked ones as well."""
    return tuple(one for passage in passages(plan) for one in proposed_in(passage))


def open_proposals(plan: Plan) -> tuple[Proposed, ...]:
    """Return the proposed targets that are not marked yet."""
    left = list(proposed_targets(plan))
    for target in plan.targets.values():
        if target.item_id and (found := _of_target(left, target)):
            left.remove(found)
    return tuple(left)


def proposal_for(plan: Plan, target: Target) -> Proposed | None:
    """Return what the paragraph of a marked target names now: the same under another figure, else its first figure.

    Figures that other targets are marked for are not counted.
    """
    there = [one for one in open_proposals(plan) if one.item_id == target.item_id]
    return next((one for one in there if plain(one.name) == target.name), there[0] if there else None)


def _of_target(proposed: list[Proposed], target: Target) -> Proposed | None:
    """Return what a marked target was, or could be, proposed as: by name and value, else by value."""
    there = [one for one in proposed if (one.item_id, plain(one.value)) == (target.item_id, target.value)]
    return next((one for one in there if plain(one.name) == target.name), there[0] if there else None)


def proposed_in(passage: Passage) -> Iterator[Proposed]:
    """Yield the targets that one passage names."""
    if not _RATE.search(passage.words):
        return
    begins = 0
    for end in (*(found.end() for found in _SENTENCE_END.finditer(passage.words)), len(passage.words)):
        yield from _in_sentence(passage, begins, end)
        begins = end


def _in_sentence(passage: Passage, begins: int, ends: int) -> Iterator[Proposed]:
    sentence = _Sentence(passage.words[begins:ends])
    words, figures = sentence.words, sentence.figures
    inherited = ""
    for at, one in enumerate(figures):
        left = figures[at - 1].end if at else 0
        right = figures[at + 1].start if at + 1 < len(figures) else len(words)
        goes_on = bool(at) and not one.said and _GOES_ON.search(words, max(left, one.start - 9), one.start) is not None
        said = inherited if goes_on else one.said
        task = passage.task
        yield Proposed(
            passage.item_id,
            _name("" if goes_on else words[left : one.start], words[one.end : right]),
            sentence.value(one, said, inherited=goes_on),
            passage.words,
            begins + one.at,
            begins + one.end,
            task.lead if task else EMPTY,
            task.coordinate if task else EMPTY,
        )
        inherited = said


class _Sentence:
    """A sentence with the figures in it, the days that it names and what it compares with."""

    def __init__(self, words: str) -> None:
        self.words = words
        found = [one for one in _RATE.finditer(words) if not _FROM.match(words, one.end())]
        self.figures = [self._figure(one) for one in found]
        self._days = [one.span() for one in AS_OF.finditer(words)] if found else []
        self._baselines = [one.span() for one in BASELINE.finditer(words)] if found else []

    def _figure(self, found: re.Match[str]) -> _Figure:
        before = _SAID.search(self.words, max(0, found.start() - _LONGEST_SAID), found.start())
        start = before.start() if before else found.start()
        return _Figure(start, found.start(), found.end(), self.words[start : found.start()].strip(" ,"))

    def value(self, one: _Figure, said: str, *, inherited: bool) -> str:
        """Return the words that make up the value, as printed, with `…` for what stands between them."""
        value = self.words[one.start : one.end]
        if inherited and said:
            value = f"{said} {LEFT_OUT} {value}"
        if apart := _APART.match(self.words, one.end):
            value = f"{value} {LEFT_OUT} {apart['end']}"
        if days := self._before(self._days, one):
            value = self._joined(days, one, value)
        if re.search(_CHANGE, said, re.IGNORECASE):
            if after := next((span for span in self._baselines if span[0] >= one.end), None):
                value = self._joined(after, one, value)
            elif before := self._before(self._baselines, one):
                value = self._joined(before, one, value)
        return " ".join(value.split())

    def _before(self, spans: list[tuple[int, int]], one: _Figure) -> tuple[int, int] | None:
        return next((span for span in reversed(spans) if span[1] <= one.start), None)

    def _joined(self, span: tuple[int, int], one: _Figure, value: str) -> str:
        """Return the value with other words of the sentence before or after it, where they stand."""
        words = self.words[slice(*span)].strip("(")
        if span[0] >= one.end:
            return _beside(value, self.words[one.end : span[0]], words)
        return _beside(words, self.words[span[1] : one.start], value)


def _beside(first: str, between: str, second: str) -> str:
    return f"{first} {LEFT_OUT} {second}" if between.strip(" (") else f"{first} {second}"


def _name(before: str, after: str) -> str:
    """Return what the figure is a share of: the words of its clause around it."""
    before, after = (BASELINE.sub(" ", AS_OF.sub(" ", words)) for words in (before, after))
    after = _bare(re.sub(r"\s+và\s*$", "", after.strip(_EDGES)))
    if ratio := _RATIO.match(before):
        before = before[ratio.end() :]
    elif len(after.split()) > 1 and (clause := _CLAUSE.match(before)):
        before = before[clause.end() :]
    return " ".join(f" {LEFT_OUT} ".join(filter(None, (_bare(before), after))).split())


def _bare(words: str) -> str:
    """Return words without signs at their ends; a bracket stays where its partner is there."""
    words = words.strip(_EDGES)
    if words.count("(") < words.count(")"):
        return words.removeprefix(")").strip(_EDGES)
    return words.removesuffix("(").strip(_EDGES) if words.count("(") > words.count(")") else words
