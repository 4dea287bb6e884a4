"""The table itself, its history, its words, and pages written by hand."""
