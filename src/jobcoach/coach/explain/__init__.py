"""Coaching after a verdict: what the facts say, each with its evidence, and a ladder of hints."""
