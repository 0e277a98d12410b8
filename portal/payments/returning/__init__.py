"""Money that goes back: who stands for it, and how it leaves by bank transfer."""
