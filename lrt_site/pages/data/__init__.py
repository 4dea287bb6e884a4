"""The page for who wants to take the data."""
