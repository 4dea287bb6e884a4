"""Who sat at the table: seats, people, organisations, on every day."""
