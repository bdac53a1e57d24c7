"""Questions that an interviewer asks about this very repository, without a model."""
