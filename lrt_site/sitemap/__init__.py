"""Which pages there are, in each edition, and where each stands."""
