"""What a house charges, month by month."""
