"""All jobs by name."""

from collections.abc import Callable, Mapping

from tests.drill.jobs.edits import Edits
from tests.drill.jobs.imports import Imports
from tests.drill.jobs.job import Job
from tests.drill.jobs.merges import Merges
from tests.drill.jobs.openings import Openings
from tests.drill.jobs.outputs import Outputs
from tests.drill.jobs.upgrades import Upgrades

JOBS: Mapping[str, Callable[[], Job]] = {
    "openings": Openings,
    "edits": Edits,
    "imports": Imports,
    "merges": Merges,
    "outputs": Outputs,
    "upgrades": Upgrades,
}
TORMENTED = ("edits", "imports", "merges", "outputs", "upgrades")
"""The jobs during which processes are killed, by turns."""
