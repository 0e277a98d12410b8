"""The demo's pictures and logos: drawn once by `python -m tests.pencil`."""

from pathlib import Path

DRAWN = Path(__file__).parent


def picture(motif: str, seed: int) -> Path:
    """The picture that rows name by motif and seed."""
    return DRAWN / f"{motif}-{seed}.webp"


def logo(slug: str) -> Path:
    """The logo of an institution, a section or a funder."""
    return DRAWN / "logos" / f"{slug}.webp"
