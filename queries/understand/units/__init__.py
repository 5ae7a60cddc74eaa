"""Which bodies a question names."""
