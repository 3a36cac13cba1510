"""What a developer is told of a bug or a crash: versions, place, log; the office's words only if that is ticked."""
