"""The parts of the grid: widths, heights, spans, keys, commands, clipboard, dialogs."""
