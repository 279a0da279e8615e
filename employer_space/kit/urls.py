"""The addresses of the kit, below /espace-employeur/kit/."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.kit, name="kit"),
    path("tout.zip", views.kit_archive, name="kit_archive"),
    path("<uuid:public_id>/", views.kit_download, name="kit_download"),
]
