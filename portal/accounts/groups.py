"""The four staff roles, as Wagtail groups. Only administrators may change users (that right is full power)."""

EDITORS = "Editors"
MODERATORS = "Moderators"
FINANCE = "Finance"
ADMINISTRATORS = "Administrators"
ALL = (EDITORS, MODERATORS, FINANCE, ADMINISTRATORS)
