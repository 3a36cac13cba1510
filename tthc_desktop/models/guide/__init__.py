"""The user guide as values: chapters read from a little Markdown, searched without accents."""
