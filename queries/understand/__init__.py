"""From a question in Chinese or English to a catalogue entry and its parameters. docs/architecture.md: How a question is understood."""
