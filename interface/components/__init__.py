"""What Streamlit cannot draw: docket (tables, quotes, links), graph. Their scripts set texts only as text."""
