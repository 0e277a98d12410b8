"""How dates and numbers are written and read, where Django's own way is not ours."""
