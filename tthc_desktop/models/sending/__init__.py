"""Sheets for units: who gets one of what, what goes out with it, and how it looks when it comes back."""
