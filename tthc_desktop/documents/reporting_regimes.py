"""The regimes of reporting that come with the program, from dated data; an office's own stand before them."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NotRequired, TypedDict, cast

from tthc_desktop.models.reporting.regimes import Cutoff, Regime, cutoff_of
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.resources import resource


class _Cutoff(TypedDict):
    kind: str
    months_before: int
    from_day: int
    to_day: int
    due_day: NotRequired[int]
    due_after: NotRequired[int]
    clause: NotRequired[str]


class _Regime(TypedDict):
    id: str
    name: str
    start: date
    end: NotRequired[date]
    bases: list[str]
    addressees: list[str]
    recipients: list[str]
    forms: list[str]
    cutoffs: str


class _File(TypedDict):
    regimes: list[_Regime]
    cutoffs: Mapping[str, list[_Cutoff]]


@cache
def known_regimes(name: str = "che-do-bao-cao") -> tuple[Regime, ...]:
    """Return the regimes kept under this name, the oldest first."""
    data = _read(name)
    return tuple(_regime(entry, data["cutoffs"][entry["cutoffs"]]) for entry in data["regimes"])


@cache
def clauses(name: str = "che-do-bao-cao") -> Mapping[tuple[str, SpanKind], str]:
    """Return, by regime and kind of span, where the law sets its days; what has no clause is left out."""
    data = _read(name)
    return {
        (entry["id"], SpanKind(cutoff["kind"])): cutoff["clause"]
        for entry in data["regimes"]
        for cutoff in data["cutoffs"][entry["cutoffs"]]
        if "clause" in cutoff
    }


def clause_of(regime: Regime, kind: SpanKind) -> str:
    """Return where the law has the days of a regime, while they are those of the law; else nothing."""
    known = next((one for one in known_regimes() if one.id == regime.id), None)
    return clauses().get((regime.id, kind), "") if cutoff_of(regime, kind) == cutoff_of(known, kind) else ""


def _read(name: str) -> _File:
    return cast("_File", tomllib.loads(resource("rules", f"{name}.toml").read_text(encoding="utf-8")))


def _regime(entry: _Regime, cutoffs: list[_Cutoff]) -> Regime:
    return Regime(
        entry["id"],
        entry["name"],
        entry["start"],
        entry.get("end"),
        tuple(entry["bases"]),
        tuple(entry["addressees"]),
        tuple(entry["recipients"]),
        tuple(entry["forms"]),
        tuple(map(_cutoff, cutoffs)),
    )


def _cutoff(entry: _Cutoff) -> Cutoff:
    return Cutoff(
        SpanKind(entry["kind"]),
        entry["months_before"],
        entry["from_day"],
        entry["to_day"],
        entry.get("due_day"),
        entry.get("due_after"),
    )
