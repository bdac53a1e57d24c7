"""Where a repository comes from, read without running anything of it."""
