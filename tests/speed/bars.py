"""What benchmarks are held to. Each says it through `hold`; `python -m tests.speed` runs them all, with one table."""

import json
import os
from pathlib import Path

# Where a run of all of them gathers what each has held.
GATHERED = "BENCH_GATHERED"


def hold(what: str, figure: float, *, least: float | None = None, most: float | None = None, unit="") -> list[str]:
    """`figure` against its bar, at least or at most: empty where it is met, else a line that says by how much not.

    `unit` stands behind both, such as " ms" or " x".
    """
    bar, is_met = (least, figure >= least) if least is not None else (most, figure <= most)
    sign = "≥" if least is not None else "≤"
    note(what, f"{figure:.3g}{unit}", f"{sign} {bar:.3g}{unit}", is_met=is_met)
    return [] if is_met else [f"{what}: {figure:.3g}{unit}, bar {sign} {bar:.3g}{unit}"]


def note(what: str, found: str, bar: str, *, is_met: bool) -> None:
    """For what is no number; says nothing where nobody gathers."""
    if path := os.environ.get(GATHERED):
        with Path(path).open("a") as file:
            file.write(json.dumps([what, found, bar, is_met]) + "\n")
