"""What makes the service unsafe."""
