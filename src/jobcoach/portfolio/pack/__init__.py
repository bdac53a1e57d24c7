"""What of a repository is sent to a model: the most telling lines within a budget, without secrets."""
