"""What a language model adds to a review, none of it without lines that exist."""
