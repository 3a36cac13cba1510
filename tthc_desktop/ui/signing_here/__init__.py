"""Signing a print on this computer: the page that asks, and the work behind it."""
