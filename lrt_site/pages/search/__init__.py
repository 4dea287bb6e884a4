"""Pages that help to find others."""
