"""Random histories of edits, undo, redo and reopening: memory and file are equal at every step."""

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.edits import carried, edited
from tests.strategies import plans
from tthc_desktop.models.changes import Change, Pair
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.office import Office

Plans = dict[Id, Plan]
EXAMPLES = int(os.environ.get("TTHC_HISTORIES", "30"))


@cache
def empty_office() -> Path:
    """Return a file to copy, which is quicker than to make one."""
    path = Path(tempfile.mkdtemp()) / "empty.tthc"
    Office.open(path).close()
    return path


class Histories(RuleBasedStateMachine):
    """A clerk who does anything in any order. `done` and `undone` are what undo and redo must bring back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = Office.open(Path(shutil.copy(empty_office(), self.folder / "office.tthc")))
        self.done: list[Plans] = []
        self.undone: list[Plans] = []

    def teardown(self) -> None:
        self.office.close()
        shutil.rmtree(self.folder)

    @initialize(plan=plans())
    def begin(self, plan: Plan) -> None:
        self.change((None, plan))

    @rule(plan=plans())
    def add(self, plan: Plan) -> None:
        self.change((None, plan))

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        if plan := self.choose(data):
            self.change((plan, None))

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        if plan := self.choose(data):
            self.change((plan, data.draw(edited(plan))))

    @rule(data=st.data())
    def edit_several(self, data: st.DataObject) -> None:
        self.change(*((plan, data.draw(edited(plan))) for plan in self.office.plans.values()))

    @rule(data=st.data())
    def carry_over(self, data: st.DataObject) -> None:
        source, target = self.choose(data), self.choose(data)
        if source and target and source is not target:
            rest, made = data.draw(carried(source, target))
            self.change((target, made), (source, rest))

    @rule()
    def undo(self) -> None:
        if self.done:
            self.undone.append(dict(self.office.plans))
            self.office.undo()
            assert dict(self.office.plans) == self.done.pop()

    @rule()
    def redo(self) -> None:
        if self.undone:
            self.done.append(dict(self.office.plans))
            self.office.redo()
            assert dict(self.office.plans) == self.undone.pop()

    @rule()
    def reopen(self) -> None:
        before = dict(self.office.plans)
        self.office.close()
        self.office = Office.open(self.folder / "office.tthc")
        assert dict(self.office.plans) == before

    @invariant()
    def memory_and_file_are_equal(self) -> None:
        stored = self.office._library.load()
        assert stored == dict(self.office.plans)
        for plan_id, plan in stored.items():
            assert list(plan.tasks) == list(self.office.plans[plan_id].tasks)
            assert list(plan.targets) == list(self.office.plans[plan_id].targets)

    @invariant()
    def file_is_whole(self) -> None:
        assert self.office._library.problems() == []

    @invariant()
    def undo_and_redo_are_offered(self) -> None:
        assert bool(self.office.undo_label) == bool(self.done)
        assert bool(self.office.redo_label) == bool(self.undone)

    def choose(self, data: st.DataObject) -> Plan | None:
        return data.draw(st.sampled_from([*self.office.plans.values()])) if self.office.plans else None

    def change(self, *pairs: Pair) -> None:
        before = dict(self.office.plans)
        self.office.change(Change("Sửa", pairs))
        if dict(self.office.plans) != before:
            self.done.append(before)
            self.undone.clear()


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=EXAMPLES, stateful_step_count=15)
