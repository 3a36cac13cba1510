"""The one error a user is meant to read."""


class UserError(Exception):
    """Known trouble, told in the clerk's language: what happened and what to do.

    Everything else that is raised is a bug.
    """

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"{what} {advice}")
        self.what = what
        self.advice = advice
