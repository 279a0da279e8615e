"""The addresses of the site. French ones are a contract: they are never changed, only added to."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from config.errors import error_page
from config.favicon import favicon
from config.sitemaps import robots, sitemap
from ui.serving import serve
from ui.session import prolong

urlpatterns = [
    path("session/prolonger/", prolong, name="prolong_session"),
    path("", include("operations.urls")),
    path("compte/", include("accounts.urls")),
    # Before Wagtail's own addresses, some of which they shadow: sign-in, adding a page below, approving one.
    path("", include("accounts.gate_urls")),
    path("espace-employeur/", include("employer_space.urls")),
    path("", include("ui.page_creation")),
    path("", include("ui.page_approval")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
]

if settings.DEBUG:
    urlpatterns += [path("_components/", include("ui.urls"))]
    urlpatterns += [path("_mails/", include("mailing.urls"))]
    urlpatterns += [path("_erreurs/<int:code>/", error_page, name="error_page")]
    urlpatterns += [path("", include("config.media_urls"))]

urlpatterns += i18n_patterns(
    path("offres/", include("jobs.board.urls")),
    path("recherche/", include("search.urls")),
    path("actualites/", include("home.news.urls")),
    path("sante/", include("home.health.urls")),
    path("ambassadeurs/", include("home.ambassadors.urls")),
    path("s-installer/", include("home.welcome.urls")),
    path("agenda/", include("home.events.urls")),
    path("campagnes/", include("home.campaigns.urls")),
    path("contact/", include("home.contact.urls")),
    # Pages, found with fewer queries than by Wagtail's own view, which is behind it.
    re_path(serve_pattern, serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "config.errors.bad_request"
handler403 = "config.errors.forbidden"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"
