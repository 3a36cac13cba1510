"""Offices that send sheets, and units that fill them in, for tests of what comes back."""
