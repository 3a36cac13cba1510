"""Tables out of text: found, cut into cells, and understood."""
