"""Edits of a plan: from a value to the next one, which shares every branch that is not touched.

An edit that changes nothing returns the very plan it was given.
"""
