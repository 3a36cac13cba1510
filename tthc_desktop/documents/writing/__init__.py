"""Papers out: pure functions of one plan."""
