"""The offline grader: key points, quotes and a score from words alone."""
