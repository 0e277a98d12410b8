"""Content Security Policies: for the public, for Wagtail's admin, for files; the pay page adds its own origin."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

PUBLIC = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Wagtail 8 has no nonces: its date pickers, choosers and wagtail-localize's editor are blank without inline code.
# Replaces the public directives of the same name; the others stay.
ADMIN = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}

# What people uploaded: opened on its own, it runs nothing and knows no origin.
FILES = "default-src 'none'; sandbox; frame-ancestors 'none'"
