"""Hints by a language model: what it is shown, and what of its reply is believed."""
