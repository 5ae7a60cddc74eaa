"""What people see: the browser's pages and components, and the terminal's commands."""
