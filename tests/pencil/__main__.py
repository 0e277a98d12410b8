"""`python -m tests.pencil` draws the pictures and logos of the demo that are missing, with `--anew` all; what the
story no longer shows goes.
"""

import sys

from rich.progress import track

from portal.demo.pictures import DRAWN
from tests.pencil.orders import orders

wanted = orders()
for stale in set(DRAWN.rglob("*.webp")) - set(wanted):
    stale.unlink()
missing = {path: draw for path, draw in wanted.items() if "--anew" in sys.argv or not path.exists()}
for path, draw in track(missing.items(), "Drawing"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(draw())
