"""Tests of the review of returned sheets."""
