"""Stands in the installed program for the authorities of web servers, which it never asks."""


def where() -> str:
    """Name the file of authorities in the real library; here there is none."""
    raise FileNotFoundError("this program asks no network")
