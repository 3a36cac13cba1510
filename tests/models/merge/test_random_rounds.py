"""Rounds of sheets at random: sent, filled in, damaged, returned in any order and twice, while the office types on."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.models.merge.building import Place, nothing_new, place, said, taken, with_rows
from tthc_desktop.models.changes import reverse
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.accepting import accepted
from tthc_desktop.models.merge.merging import merge
from tthc_desktop.models.merge.values import Choices, Spot, Verdict
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.returned import ReturnedRow, ReturnedSheet

WORKS = [f"t{number}" for number in range(5)]
FIELDS = (Field.STATUS, Field.RESULT, Field.PROPOSAL)


class Story:
    """What happens to an office and its sheets, and a ledger of what every hand has written."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.office: Place = place(len(WORKS))
        self.now: dict[Spot, str] = {}
        self.sheets: list[ReturnedSheet] = []
        self.sent: list[dict[Spot, str]] = []
        self.back: list[dict[Spot, str]] = []
        self.decided: set[tuple[int, Spot, str]] = set()
        self.written = 0

    def words(self) -> str:
        """Return new words, or now and then none."""
        self.written += 1
        return "" if self.random.random() < 0.2 else f"lời {self.written}"

    def spot(self, unit: Id) -> Spot:
        return Spot("p", self.random.choice(WORKS), unit, self.random.choice(FIELDS))

    def send(self) -> None:
        unit = self.random.choice("ab")
        self.office, sheet = self.office.sent(unit, len(self.sheets) + 1)
        self.sheets.append(sheet)
        held = {spot: words for spot, words in self.now.items() if spot.unit_id == unit}
        self.sent.append(held)
        self.back.append(dict(held))

    def answer(self) -> None:
        if self.sheets:
            at = self.random.randrange(len(self.sheets))
            sent = self.sheets[at].sent
            assert sent
            spot, words = self.spot(sent.unit_id), self.words()
            self.sheets[at] = said(self.sheets[at], spot.work_id, spot.field, words)
            self.back[at][spot] = words

    def type(self) -> None:
        spot, words = self.spot(self.random.choice("ab")), self.words()
        self.office = self.office.typed(spot.work_id, spot.unit_id, spot.field, words)
        self.now[spot] = words

    def receive(self) -> None:
        """Receive some sheets, take what is offered and decide on some conflicts; hold all against the ledger."""
        some = [at for at in range(len(self.sheets)) if self.random.random() < 0.6]
        files = [self.damaged(self.sheets[at]) for at in some for _ in range(self.random.choice((1, 1, 2)))]
        self.random.shuffle(files)
        known = self.office.known()
        merged = merge(files, known)
        assert not merged.unknown_rows
        expected = self.expected(some)
        new = {one.spot: one for one in merged.compared if one.verdict is not Verdict.SAME}
        assert {spot: one.verdict for spot, one in new.items()} == {spot: one[0] for spot, one in expected.items()}
        assert all({each.words for each in new[spot].returned} == one[1] for spot, one in expected.items())
        choices = self.choices(expected)
        change = accepted(merged, choices, known)
        if change:
            before, self.office = self.office, taken(self.office, change)
            assert taken(self.office, reverse(change)) == before
        for spot in expected:
            self.settle(spot, expected[spot], choices, some)
        assert all(self.office.words(*spot[1:4]) == self.now.get(spot, "") for spot in self.every())
        assert {one.spot for one in merge(files, self.office.known()).compared if one.verdict is not Verdict.SAME} == {
            spot for spot, one in expected.items() if one[0] is Verdict.CONFLICT and spot not in choices
        }

    def expected(self, some: list[int]) -> dict[Spot, tuple[Verdict, set[str]]]:
        """Return what the ledger says is new: offered where the office has still what was sent, else a conflict."""
        found: dict[Spot, tuple[Verdict, set[str]]] = {}
        for spot in self.every():
            now = self.now.get(spot, "")
            mine = [at for at in some if self.sheets[at].unit_name == f"Phòng {spot.unit_id.upper()}"]
            news = [at for at in mine if self.is_new(at, spot, now, mine)]
            answers = {self.back[at].get(spot, "") for at in news}
            if answers:
                offered = len(answers) == 1 and any(self.sent[at].get(spot, "") == now for at in news)
                found[spot] = (Verdict.OFFERED if offered else Verdict.CONFLICT, answers)
        return found

    def is_new(self, at: int, spot: Spot, now: str, mine: list[int]) -> bool:
        words = self.back[at].get(spot, "")
        if words in {now, self.sent[at].get(spot, "")} or (at, spot, words) in self.decided:
            return False
        return not any(other > at and self.sent[other].get(spot, "") == words for other in mine)

    def choices(self, expected: dict[Spot, tuple[Verdict, set[str]]]) -> Choices:
        return {spot: None for spot in expected if self.random.random() < 0.4}

    def settle(self, spot: Spot, one: tuple[Verdict, set[str]], choices: Choices, some: list[int]) -> None:
        if spot not in choices and one[0] is Verdict.OFFERED:
            (self.now[spot],) = one[1]
        if spot in choices or one[0] is Verdict.OFFERED:
            self.decided |= {(at, spot, words) for at in some if (words := self.back[at].get(spot, "")) in one[1]}

    def damaged(self, sheet: ReturnedSheet) -> ReturnedSheet:
        """Return the sheet with its rows in another order, some copied; what was not filled in may be gone."""
        rows = [row for row in sheet.rows if self.has_answers(sheet, row) or self.random.random() < 0.8]
        rows += [row for row in sheet.rows if self.random.random() < 0.2]
        self.random.shuffle(rows)
        return with_rows(sheet, *rows)

    def has_answers(self, sheet: ReturnedSheet, row: ReturnedRow) -> bool:
        sent = sheet.sent.rows[row.work_id].said if sheet.sent else {}
        return any(cell.words != sent.get(name, "") for name, cell in row.cells.items())

    def every(self) -> list[Spot]:
        return [Spot("p", work, unit, name) for work in WORKS for unit in "ab" for name in FIELDS]


@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(("send", "answer", "type", "receive")), max_size=40))
def test_every_value_goes_where_the_ledger_says(random: Random, steps: list[str]) -> None:
    story = Story(random)
    story.send()
    for step in (*steps, "receive"):
        getattr(story, step)()
    final = dict.fromkeys(story.every())
    known = story.office.known()
    change = accepted(merge(story.sheets, known), final, known)
    office = taken(story.office, change) if change else story.office
    assert nothing_new(merge(story.sheets, office.known()))
    assert office.progress == story.office.progress
