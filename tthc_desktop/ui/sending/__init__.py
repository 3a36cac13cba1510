"""The page that sends each unit its sheet of a plan."""
