"""Settings shared by every way of running the site; `dev`, `test` and `production` each add what they own."""

from pathlib import Path
from typing import Any

import environ
from django.utils.translation import gettext_lazy as _

from .databases import database_from_url
from .promises import *  # noqa: F403 - one table of settings, in four files
from .retention import *  # noqa: F403 - one table of settings, in four files
from .sign_in import *  # noqa: F403 - one table of settings, in four files

env = environ.Env()

SITE_DIR = Path(__file__).resolve().parents[2]
BASE_DIR = SITE_DIR.parent
# Everything the programme writes lies below this folder: database, media, collected static files, mails.
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))

# --- Applications: the table of contents of the house -------------------------------------------------------------

INSTALLED_APPS = [
    # ours, in the order of the layers (top first, so that our templates win)
    "config",
    "home",
    "home.campaigns",
    "home.health",
    "home.ambassadors",
    "home.news",
    "home.events",
    "home.welcome",
    "home.contact",
    "home.redirection",
    "employer_space",
    "jobs.board",
    "jobs.exchange",
    "jobs.offers",
    "jobs.employers",
    "search",
    "ui",
    "territory",
    "accounts",
    "mailing",
    "operations",
    # Wagtail; wagtail_localize.locales stands in for wagtail.locales, and modelsearch is wagtail.search's own affair
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_htmx",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "config.middleware.HeadMiddleware",
    "operations.middleware.UnavailableMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    # Outside what turns a 404 into a redirection: an added slash, a language, an old address.
    "home.redirection.middleware.MissedAddressMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.middleware.PrivateResponsesMiddleware",
    "config.middleware.DenyByDefaultMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.StaffSecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "config.middleware.FormAddressMiddleware",
    "config.middleware.UnreadableRequestMiddleware",
    "ui.admin_scope.OthersDraftsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = True

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ui.context_processors.shell",
            ],
            "builtins": ["ui.templatetags.ui"],
        },
    },
]
FORM_RENDERER = "ui.forms.SiteFormRenderer"

# --- Data -----------------------------------------------------------------------------------------------------------

DATABASES = {
    "default": database_from_url(
        env.str("DATABASE_URL", default=""), default_path=VAR_DIR / "db.sqlite3"
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="")
CACHES: dict[str, dict[str, Any]] = {
    "default": (
        {
            "BACKEND": "operations.cache.FailSafeRedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
        if REDIS_URL
        # Rate limits live in the default cache: it must outlive a process and be shared by all of them.
        else {
            "BACKEND": "operations.cache.FailSafeDatabaseCache",
            "LOCATION": "cache",
            "OPTIONS": {"MAX_ENTRIES": 50_000},
        }
    ),
    # Wagtail would write each image's rendition into the default cache on a visitor's GET; pages prefetch them.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Languages and time ---------------------------------------------------------------------------------------------

LANGUAGE_CODE = "fr"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fr", _("French")), ("en", _("English"))]
LOCALE_PATHS = [SITE_DIR / "locale"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None  # real ones call the outside
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = (
    False  # a translation is begun in French: published once done
)
TIME_ZONE = "Europe/Paris"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# --- Addresses and headers ------------------------------------------------------------------------------------------

# Links in mails must lead back to the site as it is served here; a deployment names its own address.
BASE_URL = env.str(
    "BASE_URL", default=f"http://{env.str('HOST', '127.0.0.1')}:{env.str('PORT', '8000')}"
).rstrip("/")
WAGTAILADMIN_BASE_URL = BASE_URL
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
CONTENT_SECURITY_POLICY: dict[str, dict[str, Any]] = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "media-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        # Wagtail shows previews of public pages in a frame of its own admin.
        "frame-ancestors": ["'self'"],
    }
}

# --- Files ----------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [SITE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "ui.finders.StyleBundleFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Counts of anonymous visits wait here, on this machine, until the worker adds them up.
TALLY_DIR = VAR_DIR / "tallies"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000  # a long Wagtail page holds many fields
FILE_UPLOAD_PERMISSIONS = 0o640

# --- Mail -----------------------------------------------------------------------------------------------------------

# Django hands every mail to the outbox; the worker delivers with DELIVERY_EMAIL_BACKEND.
EMAIL_BACKEND = "mailing.backend.OutboxBackend"
DELIVERY_EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default="Oh My Lot ! <ne-pas-repondre@localhost>"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
REPLY_TO_EMAIL = env.str("REPLY_TO_EMAIL", default="")

# --- Wagtail --------------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Oh My Lot !"
WAGTAILIMAGES_IMAGE_MODEL = "ui.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "ui.SiteDocument"
# Every download passes the permission check, with object storage too.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = [
    "csv",
    "docx",
    "odt",
    "ods",
    "pdf",
    "png",
    "jpg",
    "pptx",
    "txt",
    "xlsx",
    "zip",
]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000  # decoded, some 160 MB: counted before it is
WAGTAILIMAGES_IMAGE_FORM_BASE = "ui.uploads.SiteImageForm"
WAGTAIL_FINISH_WORKFLOW_ACTION = "jobs.offers.publication.finish_workflow"
# By default a scheduled publication silently cancels the moderation of a newer draft.
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# The team reads and types its dates as French people do; a preference for another language would misread them.
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fr", _("French"))]
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "ui.draft_editor.TidyDraftail"}}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILEMBEDS_FINDERS: list[dict[str, Any]] = []  # no embed is ever fetched
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # addresses are typed and printed: plain letters only
TAGGIT_CASE_INSENSITIVE = True

# --- Logs -----------------------------------------------------------------------------------------------------------

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
        "warnings": {"class": "logging.StreamHandler", "formatter": "plain", "level": "WARNING"},
    },
    # Each task of the index says twice that it went well.
    "loggers": {"django_tasks": {"handlers": ["warnings"], "propagate": False}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
