"""The program `tthc-desktop`: arguments in, one command, an answer and an exit status out."""

import sys
from collections.abc import Sequence

from tthc_desktop.cli import answers
from tthc_desktop.cli.arguments import parse
from tthc_desktop.cli.commands import run
from tthc_desktop.errors import UserError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; known trouble is one line on standard error and status 2."""
    answers.speak_utf8()
    try:
        return _status(sys.argv[1:] if arguments is None else arguments)
    except UserError as error:
        answers.complain(error)
        return answers.FAILED
    except KeyboardInterrupt:
        return answers.INTERRUPTED


def _status(arguments: Sequence[str]) -> int:
    try:
        wishes = parse(arguments)
    except SystemExit as stop:  # how argparse ends after --help and --version
        answers.say()
        return int(stop.code or 0)
    answer = run(wishes)
    answers.give(answer, as_json=wishes.json)
    return answer.status
