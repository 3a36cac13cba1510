"""Tests of the page Thông tin cơ quan."""
