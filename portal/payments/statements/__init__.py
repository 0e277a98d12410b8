"""Bank statements as files: what came in, and to which payment it belongs. Nothing of a statement is stored."""
