"""What each file of a repository is."""
