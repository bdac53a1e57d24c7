"""Secrets in a text: found by their form, masked at equal length."""
