"""Bringing problems from elsewhere into the package format."""
