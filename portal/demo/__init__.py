"""What the demonstration tells: `content` holds the words as data, `pictures` are drawn, the seeding verbs build rows from both."""
