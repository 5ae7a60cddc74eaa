"""How a question is worded: spelling, spoken and polite forms, English, and words that ask the same."""
