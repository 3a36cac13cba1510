"""Marks of a paper and the sheets of its appendices, asked for in one dialog."""
