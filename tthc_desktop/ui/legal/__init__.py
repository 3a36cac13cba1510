"""The office's list of legal documents: its page, and the review of documents that are proposed for it."""
