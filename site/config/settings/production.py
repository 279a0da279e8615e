"""Settings of a deployment: all from environment variables, and no start without those that matter."""

from django.core.exceptions import ImproperlyConfigured

from operations.logging import json_logging

from .base import *  # noqa: F403 - a settings module extends its base by design
from .base import CONTENT_SECURITY_POLICY, STORAGES, env
from .mail import delivery_settings
from .storage import s3_storage


def required(name: str, example: str) -> str:
    """Return the variable `name`, or refuse to start with a sentence that says what to write."""
    value: str = env.str(name, default="").strip()
    if not value:
        raise ImproperlyConfigured(
            f"Set the environment variable {name}, for example {name}={example}"
        )
    return value


DEBUG = False
SECRET_KEY = required("SECRET_KEY", "(50 random characters)")
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS", "ohmylot.example").split(",")]
BASE_URL = required("BASE_URL", "https://ohmylot.example").rstrip("/")
WAGTAILADMIN_BASE_URL = BASE_URL
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[BASE_URL])

globals().update(
    delivery_settings(required("EMAIL_URL", "smtp+tls://user:password@smtp.example:587"))
)

# --- HTTPS ----------------------------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT: bool = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=63_072_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
# The admin shows previews of pages in frames of the same site: SAMEORIGIN, as the content policy says.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
# The __Host- prefix ties a cookie to this very host, over HTTPS only.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
# On a site served over plain HTTP it would send the search forms to an address that does not exist.
if BASE_URL.startswith("https://"):
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["upgrade-insecure-requests"] = True

# --- Files ----------------------------------------------------------------------------------------------------------

STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
if bucket := env.str("S3_BUCKET", default=""):
    STORAGES["default"] = s3_storage(env, bucket)
    # Public renditions of images are redirected to their signed address, so images may come from the store.
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"].append(
        env.str("S3_PUBLIC_ORIGIN", default=env.str("S3_ENDPOINT_URL", default="'self'"))
    )

# --- Logs -----------------------------------------------------------------------------------------------------------

LOGGING = json_logging(env.str("LOG_LEVEL", default="INFO"))

# --- Errors ---------------------------------------------------------------------------------------------------------

if dsn := env.str("SENTRY_DSN", default=""):
    import sentry_sdk

    sentry_sdk.init(dsn=dsn, send_default_pii=False)
