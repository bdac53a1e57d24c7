"""What is known of a repository before anything is judged."""
