"""The life of a plan in the window: begun from a template or last year, kept, issued, compared."""
