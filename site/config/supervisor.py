"""Keep a few processes alive: start them, start a dead one again, stop them all together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

from django.conf import settings

# A process that dies at once is not started again in a tight loop.
FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0
LIVED_WELL = 30.0
SECONDS_TO_STOP = 15.0
SECONDS_BETWEEN_LOOKS = 0.5


@dataclass
class Child:
    """One process to keep alive."""

    name: str
    arguments: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    wait: float = field(default=FIRST_WAIT)
    start_after: float = 0.0

    def start(self) -> None:
        """Start the process in a session of its own, so that Ctrl+C reaches it through us alone."""
        environment = {
            **os.environ,
            **self.environment,
            "PYTHONPATH": os.pathsep.join(filter(None, ["site", os.environ.get("PYTHONPATH", "")])),
        }
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - the arguments are written in this project
            [sys.executable, *self.arguments],
            cwd=settings.BASE_DIR,
            env=environment,
            start_new_session=True,
        )

    def look(self, log: Callable[[str], object]) -> None:
        """Start the process, or start it again after a wait that grows while it keeps dying."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.start_after:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        self.wait = (
            FIRST_WAIT if now - self.started_at > LIVED_WELL else min(self.wait * 2, LONGEST_WAIT)
        )
        log(f"The {self.name} stopped (code {code}); it starts again in {self.wait:.0f} s.")
        self.process, self.start_after = None, now + self.wait

    def stop(self) -> None:
        """Ask the process to end."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def finish(self, deadline: float) -> None:
        """Wait for the end of the process, and force it past the deadline."""
        if self.process is None:
            return
        try:
            self.process.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def supervise(children: list[Child], *, log: Callable[[str], object]) -> None:
    """Keep the children alive until SIGINT or SIGTERM, then stop them all."""
    is_stopping = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal is_stopping
        is_stopping = True

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    while not is_stopping:
        for child in children:
            child.look(log)
        time.sleep(SECONDS_BETWEEN_LOOKS)
    for child in children:
        child.stop()
    deadline = time.monotonic() + SECONDS_TO_STOP
    for child in children:
        child.finish(deadline)
