"""Who is responsible: finds the statements of responsibility in a text and reads units and roles from them."""
