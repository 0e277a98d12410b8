"""The recipes of `docs/recipes.md`, followed to the letter in a scratch copy of the house."""
