"""Turn EMAIL_URL into the settings with which the worker delivers the outbox."""

from pathlib import Path
from typing import Any

import environ


def delivery_settings(url: str, *, mail_dir: Path | None = None) -> dict[str, Any]:
    """Return Django's mail settings for `url`; without one, mails are written as files in `mail_dir`.

    The address reads `smtp://user:password@host:587/?tls=True`, `smtp+tls://…` or `smtp+ssl://…`.
    """
    if not url:
        return {
            "DELIVERY_EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(mail_dir),
        }
    config: dict[str, Any] = dict(environ.Env.email_url_config(url))
    config["DELIVERY_EMAIL_BACKEND"] = config.pop("EMAIL_BACKEND")
    return config
