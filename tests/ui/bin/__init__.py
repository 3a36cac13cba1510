"""Tests of the page Thùng rác."""
