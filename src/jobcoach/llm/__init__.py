"""The one place that talks to a language model."""
