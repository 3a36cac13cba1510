"""Tasks and targets: one value wherever it is printed, as a table row, in the running text or on a unit's sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work with who does it, what comes out and when; every field as printed."""

    id: Id
    content: Text = EMPTY
    lead: Text = EMPTY
    coordinate: Text = EMPTY
    result: Text = EMPTY
    deadline: Text = EMPTY
    origin_id: Id = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to be reached; every field as printed."""

    id: Id
    name: Text = EMPTY
    unit: Text = EMPTY
    value: Text = EMPTY
    basis: Text = EMPTY
    lead: Text = EMPTY
    coordinate: Text = EMPTY
    origin_id: Id = ""
    item_id: Id = ""
    """The paragraph whose words name the target, where no row prints it."""


def task_of(task_id: Id, fields: Mapping[str, Text]) -> Task:
    """Return a task with the fields that are given by name."""
    return Task(
        task_id,
        content=fields.get("content", EMPTY),
        lead=fields.get("lead", EMPTY),
        coordinate=fields.get("coordinate", EMPTY),
        result=fields.get("result", EMPTY),
        deadline=fields.get("deadline", EMPTY),
    )


def target_of(target_id: Id, fields: Mapping[str, Text]) -> Target:
    """Return a target with the fields that are given by name."""
    return Target(
        target_id,
        name=fields.get("name", EMPTY),
        unit=fields.get("unit", EMPTY),
        value=fields.get("value", EMPTY),
        basis=fields.get("basis", EMPTY),
        lead=fields.get("lead", EMPTY),
        coordinate=fields.get("coordinate", EMPTY),
    )
