"""What the three jobs come to together: where the candidate stands, and what to do next."""
