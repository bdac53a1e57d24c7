"""Files that declare what a project is made of: one parser a file, found by the registry."""
