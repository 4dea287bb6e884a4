"""Sentences of a report: whether they say what was said and not by whom, and how plain they are."""
