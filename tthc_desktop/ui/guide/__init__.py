"""The user guide in the window: its chapters, searched and shown with pictures of the window itself."""
