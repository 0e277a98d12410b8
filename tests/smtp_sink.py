"""A mail server that keeps what it gets, and refuses whom it is told to."""

import asyncio
import socket
import time
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller


@dataclass
class Arrived:
    sender: str
    recipients: list[str]
    message: EmailMessage


@dataclass
class SmtpSink:
    """`refusals` maps a recipient to the answer it gets; `stall` holds every letter back for that many seconds."""

    refusals: dict[str, str] = field(default_factory=dict)
    stall: float = 0
    arrived: list[Arrived] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.asked.append(address)
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.stall)
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.arrived.append(Arrived(envelope.mail_from, envelope.rcpt_tos, message))
        return "250 kept"

    def start(self) -> "SmtpSink":
        # The controller wants to know its port beforehand.
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()
        return self

    def stop(self) -> None:
        self._controller.stop()

    def wait_until(self, question, seconds: float = 20) -> None:
        """Return as soon as `question()` is true; fails after `seconds`."""
        end = time.monotonic() + seconds
        while not question():
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.05)
