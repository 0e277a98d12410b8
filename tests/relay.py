"""A wire to the database that can be cut and mended, while the database itself goes on for everybody else."""

import contextlib
import selectors
import socket
import threading


class Relay:
    """Hands on what comes in on `port` of this machine to PostgreSQL's socket in the folder `place`."""

    def __init__(self, place: str):
        self.place = f"{place}/.s.PGSQL.5432"
        self.is_cut = False
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        self.is_cut = True
        for end in self._ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._ends.clear()

    def mend(self) -> None:
        self.is_cut = False

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                asker, _address = self._listener.accept()
                if self.is_cut:
                    asker.close()
                    continue
                server = socket.socket(socket.AF_UNIX)
                server.connect(self.place)
                self._ends += [asker, server]
                threading.Thread(target=_pass_on, args=(asker, server), daemon=True).start()


def _pass_on(asker: socket.socket, server: socket.socket) -> None:
    across = {asker: server, server: asker}
    with selectors.DefaultSelector() as both, asker, server, contextlib.suppress(OSError):
        for end in across:
            both.register(end, selectors.EVENT_READ)
        while True:
            for ready, _events in both.select():
                said = ready.fileobj.recv(65536)
                if not said:
                    return
                across[ready.fileobj].sendall(said)
