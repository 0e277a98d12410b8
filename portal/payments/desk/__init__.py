"""What finance does in the admin: its first page, its buttons, transfers in bulk."""
