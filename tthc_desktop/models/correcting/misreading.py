"""What is read otherwise than it was written, even from a paper that nobody has changed: that is nobody's change.

The unchanged paper is read as the corrected one was. What both say is taken for what the plan says, so that only
what differs between the two papers can be proposed.
"""

from dataclasses import replace

from tthc_desktop.models.comparison.units import Value
from tthc_desktop.models.correcting.looks import (
    Look,
    alike,
    look_of,
    look_of_held,
    look_of_paper,
    with_look,
    with_look_of_paper,
)
from tthc_desktop.models.correcting.parts import Parts
from tthc_desktop.models.text import Run, Text, text


def undo_misreadings(unchanged: Parts, corrected: Parts, plan: Parts) -> None:
    """Put back in both readings what the unchanged paper was read to say and the plan does not say."""
    for name in plan.values.keys() & unchanged.values.keys():
        old, read = plan.values[name], unchanged.values[name]
        if name in corrected.values and old is not read:
            corrected.values[name] = _put_back(corrected.values[name], read, old)
        unchanged.values[name] = old
    for held in (*plan.tasks, *plan.targets):
        _put_work_back(unchanged, corrected, plan, held)
    _put_paper_back(unchanged, corrected, plan)


def _put_back(value: Value, read: Value, old: Value) -> Value:
    for part in _misread(look_of(read), look_of(old)):
        new, misread = look_of(value).get(part), look_of(read).get(part)
        if new == misread or alike(new, misread):
            value = with_look(value, part, old)
        elif isinstance(new, Text) and isinstance(misread, Text) and hasattr(value, part):
            before = look_of(old)[part]
            value = replace(value, **{part: _without(new, misread, before)})  # type: ignore[arg-type]
    return value


def _misread(read: Look, old: Look) -> list[str]:
    return [part for part in {**old, **read} if part in old and not alike(read.get(part), old[part])]


def _put_work_back(unchanged: Parts, corrected: Parts, plan: Parts, held: str) -> None:
    if not all(held in parts.tasks or held in parts.targets for parts in (unchanged, corrected)):
        return
    old, read = plan.work(held), unchanged.work(held)
    for part in _misread(look_of_held(read), look_of_held(old)) if old is not read else ():
        said, misread, before = (getattr(one, part) for one in (corrected.work(held), read, old))
        kept = before if alike(said, misread) else _without(said, misread, before)
        corrected.put_work(replace(corrected.work(held), **{part: kept}))  # type: ignore[arg-type]
    unchanged.put_work(old)


def _put_paper_back(unchanged: Parts, corrected: Parts, plan: Parts) -> None:
    new = look_of_paper(corrected.paper)
    read = look_of_paper(unchanged.paper)
    for part in _misread(read, look_of_paper(plan.paper)):
        if alike(new[part], read[part]):
            corrected.paper = with_look_of_paper(corrected.paper, part, plan.paper)
    unchanged.paper = plan.paper


def _without(new: Text, misread: Text, old: object) -> Text:
    """Return new words without what was read before and behind the old ones, such as the sign that ends a paper."""
    place = str(misread).find(str(old)) if isinstance(old, Text) and old else -1
    if place < 0:
        return new
    before, behind = str(misread)[:place], str(misread)[place + len(str(old)) :]
    said = str(new)
    start = len(before) if said.startswith(before) else 0
    end = len(said) - len(behind) if behind and said.endswith(behind) else len(said)
    letters = [(letter, run.bold, run.italic, run.figure) for run in new.runs for letter in run.text]
    return text(Run(*letter) for letter in letters[start:end])
