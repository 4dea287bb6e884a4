"""What is missing, and which meetings have an account."""
