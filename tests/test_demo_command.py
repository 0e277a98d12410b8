"""`make demo` says at once what is in its way."""

import socket

import pytest
from django.core.management import call_command


@pytest.mark.parametrize("offset", [0, 1000], ids=["web", "test payment page"])
def test_a_taken_port_is_named_before_anything_is_built(offset):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {port} cannot be used"):
            call_command("demo", host="127.0.0.1", port=port - offset)
