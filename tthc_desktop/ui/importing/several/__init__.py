"""Several old papers read at once: a table of what came of each, and those that are chosen taken as one change."""
