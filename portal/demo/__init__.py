"""What the demonstration tells: `content` holds the words as data, `pictures` draws, the seeding verbs build rows from both."""
