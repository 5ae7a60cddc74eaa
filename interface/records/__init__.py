"""What the loaded graph says of units, measures and time limits, as small records. Pure reading; nothing is drawn here."""
