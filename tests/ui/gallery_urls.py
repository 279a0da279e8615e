"""The site's addresses with the gallery, which only DEBUG mounts."""

from django.urls import include, path

from config.urls import *  # noqa: F403 - the same site, plus one page
from config.urls import urlpatterns as site_urls

urlpatterns = [path("_components/", include("ui.urls")), *site_urls]
