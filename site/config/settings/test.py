"""Settings of the tests: a file database that may be kept between runs, fast hashes, tasks run at once."""

from .base import *  # noqa: F403 - a settings module extends its base by design
from .base import CACHES, VAR_DIR, env
from .databases import database_from_url

DEBUG = False
SECRET_KEY = "tests-only-key"  # noqa: S105 - no secret: tests alone use it
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http"
REQUIRE_STAFF_MFA = False

DATABASES = {
    "default": database_from_url(
        env.str("DATABASE_URL", default=""), default_path=VAR_DIR / "tests.sqlite3", pool_size=0
    )
}
DATABASES["default"].setdefault("TEST", {})
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"]["NAME"] = str(VAR_DIR / "tests.sqlite3")

# What a process remembers would outlive a test's transaction.
CACHES["default"] = {
    "BACKEND": "operations.cache.FailSafeDatabaseCache",
    "LOCATION": "cache",
    "OPTIONS": {"LOCAL_SECONDS": 0},
}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
DELIVERY_EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = VAR_DIR / "test-media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "root": {"level": "WARNING"},
    "loggers": {
        name: {"level": "WARNING"} for name in ("wagtail", "django_tasks", "django.request")
    },
}
