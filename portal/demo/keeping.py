"""The demo's processes, kept alive: what dies is started again, as a supervisor does in production."""

import subprocess
import time

# So many deaths within so many seconds are no accident.
DEATHS, WITHIN = 5, 60


class Kept:
    """A process that runs `command` in the environment `told` until `end`."""

    def __init__(self, command: list[str], told: dict[str, str]):
        self.command, self.told = command, told
        self.deaths: list[float] = []
        self.start()

    def start(self) -> None:
        # A session of its own: Ctrl-C reaches only us, and we end our children in order.
        self.process = subprocess.Popen(self.command, env=self.told, start_new_session=True)  # noqa: S603

    @property
    def is_dead(self) -> bool:
        return self.process.poll() is not None

    def revive(self) -> bool:
        """Start it again where it died; False where that happens again and again."""
        if self.is_dead:
            now = time.monotonic()
            self.deaths = [death for death in self.deaths if death > now - WITHIN] + [now]
            if len(self.deaths) >= DEATHS:
                return False
            self.start()
        return True

    def end(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(8)
        except subprocess.TimeoutExpired:
            self.process.kill()
