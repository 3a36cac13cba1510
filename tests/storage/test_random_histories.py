"""Random histories of edits, undo, redo and reopening: memory and file are equal at every step."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.edits import carried, edited
from tests.strategies import (
    exchanged_days,
    follow_ups,
    fresh_id,
    issues,
    known_headings,
    legal_documents,
    particulars,
    plans,
    progress,
    regimes,
    reports,
    rules_of_office,
    saved_filters,
    sendings,
    targets,
    units,
)
from tthc_desktop.errors import UserError
from tthc_desktop.models.bin.returning import moments, returned
from tthc_desktop.models.bin.values import WHOLE_PLANS
from tthc_desktop.models.changes import Change, Kept, Pair
from tthc_desktop.models.editing import life
from tthc_desktop.models.holdings import FIELDS, Holdings
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.task import Target
from tthc_desktop.models.version import Issue, Stage
from tthc_desktop.office import Office
from tthc_desktop.storage.checking import checked

REGISTERED = st.lists(
    st.one_of(
        *(units(), progress(), sendings(), known_headings()),
        *(follow_ups(), exchanged_days(), rules_of_office(), regimes(), saved_filters(), particulars()),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda kept: kept.id,
)
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
        self.done: list[Holdings] = []
        self.undone: list[Holdings] = []

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

    @rule(document=legal_documents())
    def list_document(self, document: LegalDocument) -> None:
        self.change((None, document))

    @rule(data=st.data())
    def unlist_document(self, data: st.DataObject) -> None:
        if document := self.choose_document(data):
            self.change((document, None))

    @rule(registered=REGISTERED)
    def register(self, registered: list[Kept]) -> None:
        self.change(*((None, kept) for kept in registered))

    @rule(data=st.data())
    def change_the_registers(self, data: st.DataObject) -> None:
        """Take some values out and put others, drawn anew, in the place of some."""
        known = self.registered()
        touched = data.draw(st.lists(st.sampled_from(known), max_size=4, unique_by=id)) if known else []
        drawn = {type(kept): kept for kept in data.draw(REGISTERED)}
        self.change(
            *((kept, replace(drawn[type(kept)], id=kept.id) if type(kept) in drawn else None) for kept in touched)
        )

    @rule(data=st.data(), said=reports())
    def hear(self, data: st.DataObject, said: Mapping[Field, Said]) -> None:
        """Take in what a unit says of a work of a plan, be it for the first time or again."""
        plan = self.choose(data)
        if plan and (works := [*plan.tasks, *plan.targets]):
            work = data.draw(st.sampled_from(works))
            before = next((each for each in self.office.progress.values() if each.work_id == work), None)
            after = replace(before, said=said) if before else Progress(fresh_id(), plan.id, work, "unit", said)
            self.change((before, after))

    @rule(data=st.data(), aim=targets())
    def mark(self, data: st.DataObject, aim: Target) -> None:
        """Mark a target in the words of a paragraph, where no row prints it."""
        plan = self.choose(data)
        if plan and (marked := [node for node in plan.body if isinstance(node, Item)]):
            made = replace(aim, item_id=marked[0].id)
            self.change((plan, replace(plan, targets={**plan.targets, made.id: made})))

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        if plan := self.choose(data):
            self.change((plan, data.draw(edited(plan))))

    @rule(data=st.data(), document=legal_documents())
    def edit_several(self, data: st.DataObject, document: LegalDocument) -> None:
        """Edit all plans that can be edited, list a document and replace another by it, all in one step."""
        open_plans = [plan for plan in self.office.plans.values() if not life.is_locked(plan)]
        edits: list[Pair] = [(plan, data.draw(edited(plan))) for plan in open_plans]
        if old := self.choose_document(data):
            edits.append((old, replace(old, replaced_by=document.id)))
        self.change((None, document), *edits)

    @rule(data=st.data())
    def carry_over(self, data: st.DataObject) -> None:
        source, target = self.choose(data), self.choose(data)
        if source and target and source is not target:
            rest, made = data.draw(carried(source, target))
            self.change((target, made), (source, rest))

    @rule(data=st.data(), at=st.datetimes(timezones=st.just(UTC)))
    def keep(self, data: st.DataObject, at: datetime) -> None:
        plan = self.choose(data)
        if plan and not life.is_locked(plan):
            self.change((None, life.keep_version(plan, "Trình lần đầu", at)))

    @rule(data=st.data(), issue=issues())
    def issue(self, data: st.DataObject, issue: Issue) -> None:
        plan = self.choose(data)
        if plan and not life.is_locked(plan):
            self.change((plan, life.issue_plan(plan, issue)))

    @rule(data=st.data())
    def take_the_place(self, data: st.DataObject) -> None:
        old, new = self.choose(data), self.choose(data)
        if old and new and old.stage is Stage.ISSUED and old is not new and new.stage is not Stage.KEPT:
            self.change((old, life.replace_plan(old, new)))

    @rule(data=st.data())
    def remove_with_versions(self, data: st.DataObject) -> None:
        if plan := self.choose(data):
            self.change(*life.deletion(self.office.holdings, plan.id))

    @rule(data=st.data())
    def bring_back(self, data: st.DataObject) -> None:
        """Bring something back from the bin, where it has a place yet."""
        deleted = self.office.deleted()
        assert not {one.id for one in deleted if one.what in WHOLE_PLANS} & {*self.office.plans}
        if deleted:
            one = data.draw(st.sampled_from(deleted))
            try:
                pairs = returned([one], moments([one], self.office.before), self.office.holdings).change.pairs
            except UserError:
                return
            self.change(*pairs)
            assert one.id not in {other.id for other in self.office.deleted() if other.what is one.what}

    @rule()
    def undo(self) -> None:
        if self.done:
            self.undone.append(now(self.office))
            self.office.undo()
            assert now(self.office) == self.done.pop()

    @rule()
    def redo(self) -> None:
        if self.undone:
            self.done.append(now(self.office))
            self.office.redo()
            assert now(self.office) == self.undone.pop()

    @rule()
    def reopen(self) -> None:
        before = now(self.office)
        self.office.close()
        assert checked(self.folder / "office.tthc") == ()
        self.office = Office.open(self.folder / "office.tthc")
        assert now(self.office) == before

    @invariant()
    def memory_and_file_are_equal(self) -> None:
        stored = self.office._library.load()
        assert stored == now(self.office)
        for name in FIELDS.values():
            assert list(getattr(stored, name)) == list(getattr(self.office, name))
        for plan_id, plan in stored.plans.items():
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

    def choose_document(self, data: st.DataObject) -> LegalDocument | None:
        documents = [*self.office.legal_documents.values()]
        return data.draw(st.sampled_from(documents)) if documents else None

    def registered(self) -> list[Kept]:
        kinds = (name for kind, name in FIELDS.items() if kind not in {Plan, LegalDocument})
        return [kept for name in kinds for kept in getattr(self.office, name).values()]

    def change(self, *pairs: Pair) -> None:
        """Make a change; one that edits a locked plan must leave everything as it is."""
        before = now(self.office)
        try:
            self.office.change(Change("Sửa", pairs))
        except UserError:
            assert any(isinstance(old, Plan) and life.is_locked(old) for old, _ in pairs)
            assert now(self.office) == before
        if now(self.office) != before:
            self.done.append(before)
            self.undone.clear()


def now(office: Office) -> Holdings:
    """Return all that the office keeps at this moment."""
    return Holdings(**{name: dict(getattr(office, name)) for name in FIELDS.values()})


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=EXAMPLES, stateful_step_count=15)
