"""The files of a hand-over, what is to be checked before they are signed, and the steps of signing."""

from dataclasses import dataclass

from tthc_desktop.models.signature_places import SignaturePlace


@dataclass(frozen=True, slots=True)
class FileToSign:
    """A PDF of the folder; `label` is that of the appendix that it holds, empty for the paper itself."""

    name: str
    label: str
    pages: int
    places: tuple[SignaturePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """What is looked at before signing, and what the paper has there; `is_doubtful` where it should be mended."""

    about: str
    found: str
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One act: who does what, on which file, counted from 1, and where on it."""

    who: str
    what: str
    file: int
    where: str
    place: SignaturePlace | None = None
    """The field that is signed; None for what is filled in."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """All that whoever signs needs to know of a hand-over."""

    about: str
    """The paper, by its kind and title."""
    files: tuple[FileToSign, ...]
    checks: tuple[Check, ...]
    steps: tuple[Step, ...]

    @property
    def doubts(self) -> tuple[Check, ...]:
        """Return what should be mended before anything is signed."""
        return tuple(check for check in self.checks if check.is_doubtful)
