"""Charts drawn by one code, as shapes: operators of a printed page, or SVG for the window."""
