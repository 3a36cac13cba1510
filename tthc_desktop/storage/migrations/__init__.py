"""Alembic's scripts: how the tables of an office's file came to be what they are."""
