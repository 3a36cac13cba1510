"""Our own exports taken back, with what was changed in them since."""
