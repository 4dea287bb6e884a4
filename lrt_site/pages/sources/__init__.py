"""Sources, where they differ, and what is not confirmed."""
