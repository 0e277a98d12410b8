"""One search over everything: pages (news, events, sections, projects), institutions, listings, coaches."""
