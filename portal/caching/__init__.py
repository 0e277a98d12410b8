"""What is made once and shown to many: exact, for what it was made from tells when it holds no longer."""
