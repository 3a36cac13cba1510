"""The wizard for workbooks in the window."""
