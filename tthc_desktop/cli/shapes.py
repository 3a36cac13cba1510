"""What a command of the command line is made of."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument by its place, or an option when its name begins with dashes.

    Of `many` there may be several: an option is then named again for each.
    """

    name: str
    shown: str
    said: str
    kind: Callable[[str], object] = str
    many: bool = False
    optional: bool = False
    """Whether there may be none."""
    required: bool = False
    to: str = ""
    """The wish that an option fills, when that is not its own name."""
    flag: bool = False
    """An option that is there or not, without a value."""

    @property
    def kept_as(self) -> str:
        return self.to or self.name.removeprefix("--")


@dataclass(frozen=True, slots=True)
class Command:
    """A command, or one of the actions of a command."""

    name: str
    said: str
    arguments: tuple[Argument, ...] = ()
    options: tuple[Argument, ...] = ()
    actions: tuple["Command", ...] = ()
    alone: bool = False
    """Whether the command means something without one of its actions."""
