"""Structural sharing: a plan read again from the file keeps the branches that memory already holds."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TypeVar

from tthc_desktop.models.plan import Appendix, Item, Plan
from tthc_desktop.models.table import Table

V = TypeVar("V")


def share(old: V, new: V) -> V:
    """Return a value equal to `new` in which each branch that `old` has in the same place is that very object."""
    if old is new or old == new:
        return old
    shared: object = new
    if isinstance(new, Plan | Appendix | Item | Table) and type(old) is type(new):
        shared = replace(new, **{f.name: share(getattr(old, f.name), getattr(new, f.name)) for f in fields(new)})
    elif isinstance(new, Mapping) and isinstance(old, Mapping):
        shared = {id_: share(old.get(id_), member) for id_, member in new.items()}
    elif isinstance(new, tuple) and isinstance(old, tuple):
        known = {getattr(member, "id", None): member for member in old}
        shared = tuple(share(known.get(getattr(member, "id", None), member), member) for member in new)
    return shared  # type: ignore[return-value]
