"""Targets: what their words mean, what was measured of them, and those that stand in the running text."""
