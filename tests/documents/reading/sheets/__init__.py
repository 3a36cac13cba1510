"""Tests of the readers of workbooks."""
