"""What comes from the clipboard and goes to it: read first, shown as a proposal, taken as one change."""
