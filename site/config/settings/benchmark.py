"""Settings of the measurements: as in production, without HTTPS and without anything to send."""

from .base import *  # noqa: F403 - a settings module extends its base by design
from .base import VAR_DIR

DEBUG = False
ALLOW_DEMO = True
SECRET_KEY = "measurements-only-key"  # noqa: S105 - no secret: measurements alone use it
ALLOWED_HOSTS = ["testserver"]
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
DELIVERY_EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
MEDIA_ROOT = VAR_DIR / "media"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "root": {"level": "ERROR"},
}
