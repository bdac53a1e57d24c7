"""Grading of answers by key points, with quotes from the answer as evidence."""
