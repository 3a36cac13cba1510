"""One measured figure beside the same work done by a peer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, in which unit, and what the peer took for it in the same run."""

    name: str
    value: float
    unit: str
    peer: str = ""
    peer_value: float | None = None
