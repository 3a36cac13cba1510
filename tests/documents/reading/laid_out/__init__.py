"""Tests of papers that other programs lay out."""
