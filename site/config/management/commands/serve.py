"""Everything `make run` starts, under one process: set-up, web server, worker, the minute's schedule."""

from __future__ import annotations

import logging
import os
import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config.demo import accounts as demo
from config.supervisor import Child, supervise


class Command(BaseCommand):
    """Set the development site up and run its three processes until told to stop."""

    help = "Set up and run the whole site on this machine: web server, worker and schedule."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what may differ from the environment's HOST and PORT."""
        parser.add_argument("--host", default=os.environ.get("HOST") or "127.0.0.1")
        parser.add_argument("--port", default=os.environ.get("PORT") or "8000")
        parser.add_argument(
            "--reload", action="store_true", help="Restart the web server when a file changes."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Prepare, say where everything is, then keep the processes alive. Raises CommandError if the port is taken."""
        host, port = options["host"], read_port(options["port"])
        refuse_taken_port(host, port)
        logging.disable(logging.INFO)  # the pages and tasks of the set-up are not news
        try:
            self.prepare()
        except KeyboardInterrupt:
            return
        finally:
            logging.disable(logging.NOTSET)
        self.stdout.write(self.summary(host, port))
        self.stdout.flush()
        # The children must open their own connections.
        connection.close()
        supervise(children(host, port, reload=options["reload"]), log=self.stderr.write)

    def prepare(self) -> None:
        """Bring catalogues, database and demo content up to date; skip what is."""
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        run_if_present("compile_catalogues")
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database…")
            self.stdout.flush()
            call_command("migrate", verbosity=0, interactive=False)
        self.stdout.write("Checking the content…")
        self.stdout.flush()
        run_if_present("bootstrap")
        run_if_present("load_demo")

    def summary(self, host: str, port: int) -> str:
        """Say where the site is, where its mails are, and who may sign in."""
        site = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        lines = [
            "",
            f"Oh My Lot ! is served at {site}/",
            f"  Admin:    {site}/admin/",
            f"  Mails:    {site}/_mails/",
            f"  Database: {database_in_words()}",
            f"  Files:    {settings.VAR_DIR}",
            *account_lines(),
        ]
        if not settings.REQUIRE_STAFF_MFA:
            lines.append(
                "  The second factor of the staff is off here (REQUIRE_STAFF_MFA=true to try it)."
            )
        return "\n".join([*lines, "", "Stop with Ctrl+C.", ""])


def children(host: str, port: int, *, reload: bool) -> list[Child]:
    """List the processes to keep alive."""
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    web = ["-m", "gunicorn", "-c", "site/gunicorn.conf.py", "--bind", bind]
    if reload:
        web.append("--reload")
    return [
        Child("web server", tuple(web), light_web_server()),
        Child("worker", ("manage.py", "db_worker", "--no-reload", "--no-startup-delay")),
        Child("schedule", ("manage.py", "run_scheduled", "--loop")),
    ]


def light_web_server() -> dict[str, str]:
    """Return what keeps the web server under 350 MB: one process of eight threads, unless told otherwise."""
    light = {
        "WEB_CONCURRENCY": "1",
        "WEB_THREADS": "8",
        "WEB_PRELOAD": "0",
        "MALLOC_ARENA_MAX": "2",
    }
    return {name: os.environ.get(name) or value for name, value in light.items()}


def read_port(value: str) -> int:
    """Read a port number. Raises CommandError with a sentence when it is none."""
    try:
        port = int(value)
    except ValueError:
        port = 0
    if not 0 < port < 65536:
        raise CommandError(f"PORT={value} is not a port number: choose one between 1024 and 65535.")
    return port


def refuse_taken_port(host: str, port: int) -> None:
    """Try the address before the set-up: its failure must be the first thing said. Raises CommandError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} of {host} cannot be used ({error.strerror}): stop what uses it, or choose"
                f" another one, for example make run PORT={port + 1}"
            ) from None


def run_if_present(command: str) -> None:
    """Run a management command that the project has."""
    if command in get_commands():
        call_command(command, verbosity=0)


def database_in_words() -> str:
    """Name the database without its password."""
    config = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        return f"SQLite, {config['NAME']}"
    host = config.get("HOST") or "local socket"
    return f"PostgreSQL, {config['NAME']} ({host})"


def account_lines() -> list[str]:
    """List the demo accounts with their roles, and the one password of all."""
    accounts = demo.accounts()
    width = max(len(account.email) for account in accounts)
    return [
        f"  Demo accounts (password: {demo.password()}):",
        *(f"    {account.email:<{width}}  {account.description}" for account in accounts),
    ]
