"""Mock technical interviews: the bank, the planner, the session and the grading."""
