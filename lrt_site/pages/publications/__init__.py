"""Publications, versions, and what changed between them."""
