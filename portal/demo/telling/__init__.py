"""Turns the demo's content into rows, through the verbs of the website wherever a verb exists."""
