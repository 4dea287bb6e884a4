"""Series of figures, their values over time, and targets."""
