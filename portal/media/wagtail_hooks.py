from portal.media import shelves  # noqa: F401 registers its hook
