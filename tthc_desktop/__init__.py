"""TTHC Desktop: the yearly work of administrative-procedure control of one office, offline."""

__version__ = "0.1.0"
