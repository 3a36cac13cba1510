"""Offers below any editor: what the office usually writes, chosen by key or mouse and never written before that."""
