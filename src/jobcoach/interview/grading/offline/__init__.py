"""The grader that needs no model: gates, then lexical coverage of each key point."""
