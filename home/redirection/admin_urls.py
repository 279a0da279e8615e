"""The addresses of the screens of editors, below `/admin/adresses/`."""

from django.urls import path

from . import admin_views

app_name = "redirection_admin"

urlpatterns = [
    path("", admin_views.missed, name="missed"),
    path("ajouter/", admin_views.add, name="add"),
    path("<int:pk>/ignorer/", admin_views.ignore, name="ignore"),
    path("importer/", admin_views.import_table, name="import"),
    path("liens/", admin_views.broken_links, name="links"),
    path("liens/verifier/", admin_views.check, name="check"),
    path("a-relire/", admin_views.stale, name="stale"),
    path("a-relire/<int:pk>/", admin_views.reviewed, name="reviewed"),
]
