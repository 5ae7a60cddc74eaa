"""What a question tells of the matter itself, and which measures say it."""
