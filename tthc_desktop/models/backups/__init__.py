"""Backups of an office: what is said of one, which are kept, what is taken back out of one."""
