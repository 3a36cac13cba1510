"""Tests of what the journal remembers of things that are gone."""
