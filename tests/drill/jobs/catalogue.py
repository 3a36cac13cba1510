"""All jobs by name."""

from collections.abc import Callable, Mapping

from tests.drill.jobs.backups import Backups
from tests.drill.jobs.edits import Edits
from tests.drill.jobs.imports import Folders, Imports
from tests.drill.jobs.job import Job
from tests.drill.jobs.merges import Merges
from tests.drill.jobs.openings import Openings
from tests.drill.jobs.outputs import Outputs
from tests.drill.jobs.repairs import Repairs
from tests.drill.jobs.restores import Restores
from tests.drill.jobs.upgrades import Upgrades

JOBS: Mapping[str, Callable[[], Job]] = {
    "openings": Openings,
    "edits": Edits,
    "imports": Imports,
    "folders": Folders,
    "merges": Merges,
    "outputs": Outputs,
    "backups": Backups,
    "restores": Restores,
    "upgrades": Upgrades,
    "repairs": Repairs,
}
TORMENTED = ("edits", "imports", "folders", "merges", "backups", "restores", "upgrades", "outputs", "repairs")
"""The jobs during which processes are killed, by turns."""
