"""The rules: one file each, with its texts beside it."""
