"""Incoming tables held against a plan, and what of them the clerk takes put into it."""
