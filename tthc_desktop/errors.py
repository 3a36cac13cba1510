"""The one error a user is meant to read."""

import re

_LONG_QUOTE = re.compile(r"“([^”]{200})[^”]{60,}”")


def _short(words: str) -> str:
    """Return a sentence in which what it quotes does not hide what it says."""
    return _LONG_QUOTE.sub(r"“\1…”", words)


class UserError(Exception):
    """Known trouble, told in the clerk's language: what happened and what to do.

    Everything else that is raised is a bug.
    """

    def __init__(self, what: str, advice: str) -> None:
        self.what, self.advice = _short(what), _short(advice)
        super().__init__(f"{self.what} {self.advice}")


class DamagedError(UserError):
    """Trouble with a file that cannot be read as it was written; a backup, or what can be saved of it, may help."""
