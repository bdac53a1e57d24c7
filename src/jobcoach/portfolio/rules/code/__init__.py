"""What an interviewer would ask about in the code itself."""
