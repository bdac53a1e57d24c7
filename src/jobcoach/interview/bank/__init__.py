"""The question bank: its format, loading, validation and importing."""
