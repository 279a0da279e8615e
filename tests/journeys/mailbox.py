"""An SMTP server on loopback that keeps what it is given, as a person's mail box does."""

from __future__ import annotations

import email
import email.policy
import re
import socket
import time
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

PATIENCE = 60.0
LINK = re.compile(r"https?://\S+")


def free_port() -> int:
    """Return a port of loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Mailbox:
    """Every mail received since the start, oldest first."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self._server = Controller(self, hostname="127.0.0.1", port=free_port())

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep one mail."""
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"

    def open(self) -> None:
        """Listen."""
        self._server.start()

    def close(self) -> None:
        """Stop listening."""
        self._server.stop()

    @property
    def url(self) -> str:
        """Return what EMAIL_URL must be."""
        return f"smtp://{self._server.hostname}:{self._server.port}"

    def received(self, to: str, *, about: str = "") -> list[EmailMessage]:
        """Return the mails for `to` whose subject or text holds `about`."""
        mine = [mail for mail in self.mails if mail["To"] == to]
        return [mail for mail in mine if about in mail["Subject"] or about in text_of(mail)]

    def wait_for(self, to: str, *, about: str = "") -> EmailMessage:
        """Return the first such mail as soon as it is there."""
        deadline = time.monotonic() + PATIENCE
        while not (found := self.received(to, about=about)):
            known = [(mail["To"], mail["Subject"]) for mail in self.mails]
            assert time.monotonic() < deadline, f"no mail to {to} about {about!r} among {known}"
            time.sleep(0.2)
        return found[0]


def text_of(mail: EmailMessage) -> str:
    """Return the plain text of a mail."""
    part = mail.get_body(("plain",))
    return part.get_content() if part is not None else ""


def link_in(mail: EmailMessage, *, holding: str) -> str:
    """Return the link of a mail whose address holds a word."""
    return next(link for link in LINK.findall(text_of(mail)) if holding in link)
