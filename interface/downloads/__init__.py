"""Files that people take away: spreadsheets, office documents, calendars. Each function returns the file's bytes."""
