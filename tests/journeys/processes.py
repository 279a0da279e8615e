"""Start the site as people start it: real processes, told everything by environment variables."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.journeys.mailbox import Mailbox, free_port

ROOT = Path(__file__).resolve().parents[2]
# The set-up of the demonstration on a busy machine.
PATIENCE = 420.0
PATIENCE_FOR_A_PROCESS = 60.0
# The tests' own settings must not reach the processes.
FOREIGN = (
    "DATABASE_URL",
    "DJANGO_",
    "PYTEST_",
    "REDIS_URL",
    "S3_",
    "BASE_URL",
    "ALLOWED_HOSTS",
    "EMAIL_URL",
)

ADMINISTRATOR = "administratrice@programme.example"
ADMINISTRATOR_PASSWORD = "la rivière coule sous le pont"


@dataclass
class Site:
    """A running site: its address, its mail box, its processes."""

    url: str
    mailbox: Mailbox
    folder: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def at(self, path: str) -> str:
        """Return the whole address of a path."""
        return f"{self.url}{path}"


def environment(folder: Path, mailbox: Mailbox, **more: str) -> dict[str, str]:
    """Return the variables of a site whose files lie in `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    return kept | {"VAR_DIR": str(folder), "EMAIL_URL": mailbox.url, "PYTHONUNBUFFERED": "1"} | more


@contextlib.contextmanager
def demonstration(folder: Path, *, database_url: str = "") -> Iterator[Site]:
    """Run what `make run` runs: the set-up with its demonstration, then the three processes."""
    port = str(free_port())
    with opened_mailbox() as mailbox:
        variables = environment(folder, mailbox, PORT=port, DATABASE_URL=database_url)
        site = Site(f"http://127.0.0.1:{port}", mailbox, folder)
        with running(site):
            start(site, "serve", ["manage.py", "serve"], variables)
            wait_until_served(site)
            yield site


@contextlib.contextmanager
def empty_production(folder: Path, *, database_url: str = "") -> Iterator[Site]:
    """Install the site as the documentation says, with one account and no content of ours."""
    port = str(free_port())
    url = f"http://localhost:{port}"
    with opened_mailbox() as mailbox:
        variables = environment(
            folder,
            mailbox,
            DJANGO_SETTINGS_MODULE="config.settings.production",
            SECRET_KEY="a key of fifty characters for one journey on loopback only",
            ALLOWED_HOSTS="localhost",
            BASE_URL=url,
            DATABASE_URL=database_url,
            # Loopback has no certificate; Chromium trusts localhost with secure cookies all the same.
            SECURE_SSL_REDIRECT="false",
            BIND=f"127.0.0.1:{port}",
            WEB_CONCURRENCY="1",
            DJANGO_SUPERUSER_EMAIL=ADMINISTRATOR,
            DJANGO_SUPERUSER_PASSWORD=ADMINISTRATOR_PASSWORD,
        )
        folder.mkdir(parents=True, exist_ok=True)
        for command in ("migrate", "bootstrap", "collectstatic", "createsuperuser"):
            options = [] if command == "bootstrap" else ["--no-input"]
            run(["manage.py", command, "-v", "0", *options], variables)
        site = Site(url, mailbox, folder)
        with running(site):
            start(site, "web", ["-m", "gunicorn", "-c", "site/gunicorn.conf.py"], variables)
            start(site, "worker", ["manage.py", "db_worker"], variables)
            start(site, "schedule", ["manage.py", "run_scheduled", "--loop"], variables)
            wait_until_served(site)
            yield site


@contextlib.contextmanager
def opened_mailbox() -> Iterator[Mailbox]:
    """Open a mail box, and close it."""
    mailbox = Mailbox()
    mailbox.open()
    try:
        yield mailbox
    finally:
        mailbox.close()


def run(arguments: list[str], variables: dict[str, str]) -> None:
    """Run a command to its end; show what it said when it fails."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{arguments}:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"


def start(site: Site, name: str, arguments: list[str], variables: dict[str, str]) -> None:
    """Start a process whose words go to a file of the site."""
    site.folder.mkdir(parents=True, exist_ok=True)
    with (site.folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    site.processes.append(process)


@contextlib.contextmanager
def running(site: Site) -> Iterator[None]:
    """Stop every process at the end, whatever happened."""
    try:
        yield
    finally:
        below = [pid for process in site.processes for pid in descendants(process.pid)]
        for process in site.processes:
            process.terminate()
        for process in site.processes:
            try:
                process.wait(timeout=25)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for pid in below:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def wait_until_served(site: Site) -> None:
    """Wait for the site's first answer."""
    deadline = time.monotonic() + PATIENCE
    while True:
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            if urllib.request.urlopen(site.at("/healthz"), timeout=10).status == 200:
                return
        for process in site.processes:
            assert process.poll() is None, f"a process stopped:\n{words_of(site)}"
        assert time.monotonic() < deadline, f"the site does not answer:\n{words_of(site)}"
        time.sleep(0.3)


def words_of(site: Site) -> str:
    """Return the end of what the processes said."""
    logs = sorted(site.folder.glob("*.log"))
    return "\n".join(f"--- {log.name}\n{log.read_text(errors='replace')[-3000:]}" for log in logs)


def descendants(pid: int) -> list[int]:
    """Return the processes started by one, and by those, nearest first."""
    return [child for child, _command in family(pid)]


def family(pid: int) -> list[tuple[int, str]]:
    """Return the living descendants of a process with their command lines."""
    everyone = processes()
    found: list[tuple[int, str]] = []
    parents = {pid}
    while parents:
        children = [(child, command) for child, parent, command in everyone if parent in parents]
        found += children
        parents = {child for child, _command in children}
    return found


def processes() -> list[tuple[int, int, str]]:
    """Return every living process: its number, its parent's, its command line."""
    if not Path("/proc/self/stat").exists():
        listing = subprocess.run(
            ["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True
        )
        rows = [line.split(None, 2) for line in listing.stdout.splitlines()]
        return [(int(row[0]), int(row[1]), row[-1]) for row in rows]
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it ended meanwhile
            state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            command = (
                (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            )
            if state != "Z":
                found.append((int(folder.name), int(parent), command))
    return found


def child_of(site: Site, command: str, *, other_than: int = 0) -> int:
    """Return the process that the site's own supervisor runs for a command, as soon as it is there."""
    [supervisor] = site.processes
    deadline = time.monotonic() + PATIENCE_FOR_A_PROCESS
    while time.monotonic() < deadline:
        for child, words in family(supervisor.pid):
            if command in words and child != other_than:
                return child
        time.sleep(0.2)
    raise AssertionError(f"no process runs {command}:\n{words_of(site)}")
