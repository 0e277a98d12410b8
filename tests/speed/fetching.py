"""`python tests/speed/fetching.py 127.0.0.1:8000 /de/ 3`: one client that fetches a page for so many seconds.

Run as a file, for it needs nothing of the portal: prints how often the answer was 200.
"""

import http.client
import sys
import time


def main(address: str, path: str, seconds: str) -> int:
    line, done, end = http.client.HTTPConnection(address), 0, time.monotonic() + float(seconds)
    while time.monotonic() < end:
        # As browsers do: what is packed is sent packed.
        line.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
        answer = line.getresponse()
        answer.read()
        done += answer.status == 200
    return done


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
