"""The provincial tables."""
