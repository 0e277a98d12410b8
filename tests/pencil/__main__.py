"""`python -m tests.pencil` draws every picture and logo of the demo anew; what the story no longer shows goes."""

from rich.progress import track

from portal.demo.pictures import DRAWN
from tests.pencil.orders import orders

wanted = orders()
for stale in set(DRAWN.rglob("*.webp")) - set(wanted):
    stale.unlink()
for path, draw in track(wanted.items(), "Drawing"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(draw())
