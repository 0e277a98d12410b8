"""An institution links its own account at Stripe: others pay it there, and it pays back from there."""
