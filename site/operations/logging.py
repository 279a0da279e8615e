"""Logs of a deployment: one JSON object a line, with no e-mail address, no token, no forged line."""

from __future__ import annotations

import logging
import re
from collections.abc import MutableMapping
from typing import Any

import structlog

# What looks like an address or a token never reaches a log, whoever wrote the message.
EMAIL = re.compile(r"[^\s@<>\"'(),;:/?=&]+@[^\s@<>\"'(),;:/?=&]+\.[^\s@<>\"'(),;:/?=&]+")
QUERY = re.compile(r"\?[^\s\"']*")
TOKEN = re.compile(r"(?<![\w-])(?=[\w:.-]*\d)[A-Za-z0-9_:.-]{24,}(?![\w-])")
TOKEN_PATH = re.compile(
    r"(/compte/[^\s\"']*?/|/confirmer/|/admin/password_reset/)[\w:.%-]{8,}(?=[/\s\"']|$)"
)
SECRET_NAMES = frozenset(
    {"password", "token", "code", "key", "secret", "cookie", "authorization", "email", "to", "body"}
)
CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
LONGEST = 2_000
# Fields of a log record that the JSON has no use for, or that may carry a request's data.
IGNORED = frozenset(
    {
        "args", "created", "exc_info", "exc_text", "filename", "funcName", "levelname", "levelno",
        "lineno", "message", "module", "msecs", "msg", "name", "pathname", "process", "processName",
        "relativeCreated", "request", "stack_info", "taskName", "thread", "threadName",
    }
)  # fmt: skip


def without_secrets(text: str) -> str:
    """Remove addresses, query strings and tokens from a text, and put it on one line."""
    text = CONTROL.sub(" ", text)
    text = EMAIL.sub("(e-mail)", text)
    text = QUERY.sub("?(query)", text)
    text = TOKEN_PATH.sub(r"\1(token)", text)
    return TOKEN.sub("(token)", text)[:LONGEST]


def neutralise(
    _logger: Any, _method_name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Clean every value of a log entry; a structlog processor."""
    for name, value in list(event.items()):
        if name in {"level", "timestamp", "logger"}:
            continue
        if name in SECRET_NAMES:
            event[name] = "(hidden)"
        elif not isinstance(value, bool | int | float | None):
            event[name] = without_secrets(str(value))
    return event


def exception_of(
    _logger: Any, _method_name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Replace an exception by its type and the lines of code it went through: its message may hold data."""
    event.pop("exc_info", None)
    record = event.get("_record")
    info = record.exc_info if isinstance(record, logging.LogRecord) else None
    if not isinstance(info, tuple) or info[0] is None:
        return event
    event["exception"] = info[0].__name__
    frames, step = [], info[2]
    while step is not None:
        code = step.tb_frame.f_code
        frames.append(f"{code.co_filename.rpartition('/')[2]} line {step.tb_lineno} {code.co_name}")
        step = step.tb_next
    event["where"] = " > ".join(frames[-12:])
    return event


def add_extra(
    _logger: Any, _method_name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Add what `extra=` gave to the log call."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord):
        for name, value in record.__dict__.items():
            if name not in IGNORED and not name.startswith("_"):
                event.setdefault(name, value)
    return event


class JsonFormatter(structlog.stdlib.ProcessorFormatter):
    """Write a record of the standard library as one line of JSON."""

    def __init__(self) -> None:
        super().__init__(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                add_extra,
                exception_of,
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                neutralise,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
            keep_exc_info=False,
            keep_stack_info=False,
        )


def json_logging(level: str = "INFO") -> dict[str, Any]:
    """Return Django's LOGGING for a deployment: everything to the standard error stream, in JSON."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "operations.logging.JsonFormatter"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Django's own handler would write a second copy, and mail the administrators a full request.
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.server": {"handlers": [], "level": level, "propagate": True},
            # A disallowed host is a stranger's mistake, not an error of the site.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
        },
    }
