"""How cells go on when they are dragged: months, quarters, dates and counted words."""
