"""What units have said is read plan by plan when it is asked for: memory is what it would be if all had been read."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.storage.samples import add, sample_plan
from tests.storage.test_random_histories import empty_office
from tests.strategies import fresh_id, reports
from tthc_desktop.models.changes import Change, Pair, Pairs, pairs_of
from tthc_desktop.models.holdings import Holdings, progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.shelf import Shelf
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.office import Office

PLANS = ("a", "b", "c", "")
plans = st.sampled_from(PLANS)
Everything = Mapping[Id, Progress]


class Readings(RuleBasedStateMachine):
    """A clerk who reports, takes back, reopens, and looks at some plans only; earlier moments stay what they were."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = Path(shutil.copy(empty_office(), self.folder / "office.tthc"))
        self.now: Everything = {}
        self.moments: list[tuple[Holdings, Everything]] = []
        self.open()

    def open(self) -> None:
        self.office = Office.open(self.file)
        self.office.listen(self.hear)

    def hear(self, pairs: Pairs) -> None:
        now = dict(self.now)
        for before, after in pairs_of(Progress, pairs):
            if before:
                assert now.pop(before.id) == before
            if after:
                now[after.id] = after
        self.now = now

    def teardown(self) -> None:
        for holdings, everything in self.moments:
            assert dict(holdings.progress) == everything
        assert dict(self.office.progress) == self.now == dict(self.office._library.load().progress)
        assert list(self.office.progress) == list(self.office._library.load().progress)
        assert self.office._library.problems() == []
        self.office.close()
        shutil.rmtree(self.folder)

    @rule(said=st.lists(st.tuples(plans, reports()), min_size=1, max_size=3))
    def report(self, said: list[tuple[Id, Mapping[Field, Said]]]) -> None:
        made = ((None, Progress(fresh_id(), plan, "work", "unit", one)) for plan, one in said)
        self.office.change(Change("Báo cáo", tuple(made)))

    @rule(data=st.data(), plan=plans, said=reports())
    def report_again(self, data: st.DataObject, plan: Id, said: Mapping[Field, Said]) -> None:
        """Change, move and delete some of what was said, of plans that were perhaps never looked at."""
        if self.now:
            chosen = data.draw(
                st.lists(st.sampled_from([*self.now.values()]), max_size=3, unique_by=lambda one: one.id)
            )
            after = (None, lambda one: replace(one, said=said), lambda one: replace(one, plan_id=plan))
            what = [data.draw(st.sampled_from(after)) for _ in chosen]
            pairs: tuple[Pair, ...] = tuple(
                (one, turn(one) if turn else None) for one, turn in zip(chosen, what, strict=True)
            )
            self.office.change(Change("Báo cáo lại", pairs))

    @rule(plan=plans)
    def look(self, plan: Id) -> None:
        assert dict(self.office.progress_of(plan)) == {id_: one for id_, one in self.now.items() if one.plan_id == plan}

    @rule()
    def keep_the_moment(self) -> None:
        self.moments.append((self.office.holdings, self.now))

    @rule(data=st.data(), plan=plans)
    def look_back(self, data: st.DataObject, plan: Id) -> None:
        if self.moments:
            holdings, everything = data.draw(st.sampled_from(self.moments))
            then = {id_: one for id_, one in everything.items() if one.plan_id == plan}
            assert dict(progress_of(holdings, plan)) == then

    @rule()
    def undo(self) -> None:
        if self.office.undo_label:
            self.office.undo()

    @rule()
    def redo(self) -> None:
        if self.office.redo_label:
            self.office.redo()

    @rule()
    def reopen(self) -> None:
        for holdings, everything in self.moments:
            assert dict(holdings.progress) == everything
        self.moments.clear()
        self.office.close()
        self.open()

    @invariant()
    def nothing_is_read_but_what_was_looked_at(self) -> None:
        assert isinstance(self.office.holdings.progress, Shelf)


TestReadings = Readings.TestCase
TestReadings.settings = settings(stateful_step_count=20)


def test_only_the_plan_that_is_asked_for_is_read(tmp_path: Path) -> None:
    with Office.open(tmp_path / "office.tthc") as office:
        plan = add(office, sample_plan())
        said = [Progress(fresh_id(), plan_id, "work", "unit", {}) for plan_id in (plan.id, "other", "third")]
        office.change(Change("Báo cáo", tuple((None, one) for one in said)))

    with Office.open(tmp_path / "office.tthc") as office:
        shelf = office.holdings.progress
        assert isinstance(shelf, Shelf)
        assert [*office.progress_of(plan.id).values()] == said[:1]
        assert [shelf.known(one.id) for one in said] == [said[0], None, None]
        assert office.progress[said[2].id] == said[2]
        assert len(office.progress) == 3
