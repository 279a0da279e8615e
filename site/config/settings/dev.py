"""Settings of `make run`: no environment variable needed, nothing outside `var/` written."""

from .base import *  # noqa: F403 - a settings module extends its base by design
from .base import BASE_URL, VAR_DIR, env
from .mail import delivery_settings

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="development-only-key-never-used-in-production")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]", ".localhost"])
# HOST=0.0.0.0 shows the site to the local network, under whatever name it is reached by.
if (host := env.str("HOST", default="")) not in {"", "localhost", "127.0.0.1", "::1"}:
    ALLOWED_HOSTS.append("*" if host in {"0.0.0.0", "::"} else host)  # noqa: S104 - asked for by HOST
INTERNAL_IPS = ["127.0.0.1"]
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if BASE_URL.startswith("https") else "http"
# The printed demo accounts must work at once.
REQUIRE_STAFF_MFA = env.bool("REQUIRE_STAFF_MFA", default=False)

globals().update(delivery_settings(env.str("EMAIL_URL", default=""), mail_dir=VAR_DIR / "mail"))

WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
